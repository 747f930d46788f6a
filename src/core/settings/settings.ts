/**
 * What a reader can set, its defaults, and how stored or imported settings are read. Read on every page, so it is checked by
 * hand and not by the schema library.
 */

/** How a card is opened by the pointer: by resting on a name, only while a key is held, or only by a click. */
const OPEN_BY = ['hover', 'key', 'click'] as const;
/** Which mentions are visibly marked. All of them answer to pointer and keyboard in any case. */
const MARKED = ['first', 'all', 'none'] as const;
const MARK_STYLES = ['underline', 'tint'] as const;
export const HOLD_KEYS = ['Alt', 'Control', 'Shift'] as const;
/** Interface languages; `auto` is the browser's. */
export const INTERFACE_LANGUAGES = ['auto', 'en', 'sr', 'sr-Latn', 'de', 'fr', 'es', 'ru', 'zh-CN'] as const;
/** What a reader has said about one site: never there, or also on pages that do not look like articles. */
export const SITE_RULES = ['off', 'always'] as const;

export interface Settings {
  /** False: nothing is read anywhere. */
  readonly enabled: boolean;
  /** By host name. */
  readonly sites: Readonly<Record<string, (typeof SITE_RULES)[number]>>;
  readonly openBy: (typeof OPEN_BY)[number];
  readonly holdKey: (typeof HOLD_KEYS)[number];
  /** Milliseconds, 0 to 2000. */
  readonly timing: { readonly prepare: number; readonly show: number; readonly grace: number };
  readonly marked: (typeof MARKED)[number];
  readonly markStyle: (typeof MARK_STYLES)[number];
  /** Visible marks in 100 words at most; null for no limit. */
  readonly densityCap: number | null;
  readonly language: (typeof INTERFACE_LANGUAGES)[number];
  readonly suppressed: readonly Suppression[];
  /** Offer to save beside words that were selected. Key and menu save in any case. */
  readonly selectionButton: boolean;
}

/** "Not this one here": these words are not taken for this entity on this site. Never widens to other names or sites. */
export interface Suppression {
  /** The words as the dataset writes them. */
  readonly alias: string;
  readonly entity: string;
  readonly host: string;
  /** When it was said: YYYY-MM-DD. */
  readonly on: string;
}

export const MAX_DELAY = 2000;

export const DEFAULT_SETTINGS: Settings = {
  enabled: true,
  sites: {},
  openBy: 'hover',
  holdKey: 'Alt',
  timing: { prepare: 150, show: 500, grace: 300 },
  marked: 'first',
  markStyle: 'underline',
  densityCap: null,
  language: 'auto',
  suppressed: [],
  selectionButton: true,
};

export interface ParsedSettings {
  readonly settings: Settings;
  /** What could not be used, as `place: why`; a default stands there instead. */
  readonly dropped: readonly string[];
}

/** Reads settings of any age or origin. Never throws: what is missing or wrong becomes the default, and is listed if wrong. */
export function parseSettings(value: unknown): ParsedSettings {
  const dropped: string[] = [];
  if (value === undefined || value === null) return { settings: DEFAULT_SETTINGS, dropped };
  if (!isRecord(value)) return { settings: DEFAULT_SETTINGS, dropped: ['settings: not an object'] };
  const read = <T>(place: string, found: unknown, check: (found: unknown) => found is T, fallback: T): T => {
    if (found === undefined) return fallback;
    if (check(found)) return found;
    dropped.push(`${place}: ${short(found)} is not possible`);
    return fallback;
  };
  const timing = read('timing', value.timing, isRecord, {});
  const delay = (name: keyof Settings['timing']) =>
    read(`timing.${name}`, timing[name], isDelay, DEFAULT_SETTINGS.timing[name]);
  const settings: Settings = {
    enabled: read('enabled', value.enabled, isBoolean, DEFAULT_SETTINGS.enabled),
    sites: Object.fromEntries(
      Object.entries(read('sites', value.sites, isRecord, {})).flatMap(([host, rule]) => {
        if (isHost(host) && oneOf(SITE_RULES)(rule)) return [[host, rule]];
        dropped.push(`sites: ${short(host)}: ${short(rule)} is not possible`);
        return [];
      }),
    ),
    openBy: read('openBy', value.openBy, oneOf(OPEN_BY), DEFAULT_SETTINGS.openBy),
    holdKey: read('holdKey', value.holdKey, oneOf(HOLD_KEYS), DEFAULT_SETTINGS.holdKey),
    timing: { prepare: delay('prepare'), show: delay('show'), grace: delay('grace') },
    marked: read('marked', value.marked, oneOf(MARKED), DEFAULT_SETTINGS.marked),
    markStyle: read('markStyle', value.markStyle, oneOf(MARK_STYLES), DEFAULT_SETTINGS.markStyle),
    densityCap: read('densityCap', value.densityCap, isCap, DEFAULT_SETTINGS.densityCap),
    selectionButton: read(
      'selectionButton',
      value.selectionButton,
      isBoolean,
      DEFAULT_SETTINGS.selectionButton,
    ),
    language: read('language', value.language, oneOf(INTERFACE_LANGUAGES), DEFAULT_SETTINGS.language),
    suppressed: read<readonly unknown[]>('suppressed', value.suppressed, Array.isArray, []).flatMap(
      (entry, i) => {
        if (isSuppression(entry)) {
          const { alias, entity, host, on } = entry;
          return [{ alias, entity, host, on }];
        }
        dropped.push(`suppressed[${i}]: ${short(entry)} is not possible`);
        return [];
      },
    ),
  };
  return { settings, dropped };
}

/** The rule of a page's host, or null. */
export function siteRule(settings: Settings, host: string): (typeof SITE_RULES)[number] | null {
  return Object.hasOwn(settings.sites, host) ? (settings.sites[host] ?? null) : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isDelay(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_DELAY;
}

function isCap(value: unknown): value is number | null {
  return (
    value === null || (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100)
  );
}

function isHost(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 255 && /^[^\s/]+$/.test(value);
}

function isSuppression(value: unknown): value is Suppression {
  if (!isRecord(value)) return false;
  const { alias, entity, host, on } = value;
  return (
    [alias, entity].every((text) => typeof text === 'string' && text !== '' && text.length <= 300) &&
    isHost(host) &&
    typeof on === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(on)
  );
}

function oneOf<const T extends readonly string[]>(values: T): (value: unknown) => value is T[number] {
  return (value): value is T[number] => (values as readonly unknown[]).includes(value);
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

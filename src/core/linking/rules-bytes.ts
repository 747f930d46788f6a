/**
 * The rules of choosing as one buffer of bytes, used as it lies. A page reads the few rules whose names stand in it, a worker
 * may hold a hundred thousand of them: neither parses what it does not need.
 *
 *   header     magic, layout, bytes, checksum, counts
 *   entities   two places in the pool (id, name) and a kind each
 *   aliases    an entity, a place in the pool (text) and a pattern each: what a name asks for is shared by many
 *   links      for each entity where its neighbours begin, and the neighbours
 *   settings   version, kinds, patterns and cues as JSON, its units escaped to fit a byte
 *   narrow, wide   the pool
 */
import type { Kind } from '../dataset/vocabulary.ts';
import { checksumInSteps, checksumOf, IndexError } from './checked-bytes.ts';
import { growingInt32 } from './growing.ts';
import type { Links } from './links.ts';
import type { AliasRule, CueRule, LinkRules } from './rules.ts';
import { runSteps } from './steps.ts';
import { createStringPoolBuilder, isStringAt, readString, type StringPool } from './string-pool.ts';

/** "SLRU" in little-endian bytes. */
const MAGIC = 0x55524c53;
/** Raised whenever the layout changes. */
export const RULES_LAYOUT = 4;
const HEADER_WORDS = 12;

/** Rules as choosing asks for them. */
export interface RuleBook {
  readonly version: string;
  readonly aliasCount: number;
  /** The alias that a form's target stands for; null when the target is a cue. */
  alias(target: number): AliasRule | null;
  /** The cue list that a form's target stands for; null when it is an alias or nothing. */
  cue(target: number): Pick<CueRule, 'id' | 'inCapitals'> | null;
  entity(number: number): { readonly id: string; readonly name: string; readonly kind: Kind } | null;
  /** Name of the entity with this id. Looks through all of them. */
  nameOf(id: string): string | null;
  /** Numbers of the entities linked with this one. */
  links(entity: number): ArrayLike<number>;
}

/** What many aliases have in common. */
type Pattern = Omit<AliasRule, 'entity' | 'text'>;

interface Settings {
  readonly version: string;
  readonly kinds: readonly Kind[];
  readonly patterns: readonly Pattern[];
  readonly cues: readonly Pick<CueRule, 'id' | 'inCapitals'>[];
}

/** Texts, or numbers, between two steps. */
const STEP = 600;

/** Lays compiled rules out as bytes. Equal rules give equal bytes. */
export function packRules(rules: LinkRules): ArrayBuffer {
  const builder = createRulesBuilder();
  for (const entity of rules.entities) builder.entity(entity);
  for (const alias of rules.aliases) builder.alias(alias);
  const starts = [0];
  for (const list of rules.links) starts.push((starts.at(-1) ?? 0) + list.length);
  const links = { starts: Int32Array.from(starts), neighbours: Int32Array.from(rules.links.flat()) };
  return runSteps(builder.finish({ ...rules, links }));
}

/** Lays rules out one by one, for callers that never have all of them at once. */
export interface RulesBuilder {
  entity(entity: LinkRules['entities'][number]): void;
  alias(alias: AliasRule): void;
  /**
   * The bytes, in steps, for callers that have other things to do in between. `entityOf`: number of an entity that a name
   * needs near by, when that could not be known before.
   */
  finish(rest: RestOfRules): Generator<undefined, ArrayBuffer>;
}

interface RestOfRules {
  readonly version: string;
  readonly cues: readonly Pick<CueRule, 'id' | 'inCapitals'>[];
  readonly links: Links;
  readonly entityOf?: (id: string) => number;
}

export function createRulesBuilder(): RulesBuilder {
  const pool = createStringPoolBuilder();
  // Kept apart until all entities are there, so that the same rules give the same bytes in whatever order they come.
  const texts = createStringPoolBuilder();
  const kinds: Kind[] = [];
  const patterns = new Map<string, number>();
  const entities = growingInt32();
  const aliases = growingInt32();
  return {
    entity({ id, name, kind }) {
      if (!kinds.includes(kind)) kinds.push(kind);
      entities.push(pool.add(id));
      entities.push(pool.add(name));
      entities.push(kinds.indexOf(kind));
    },
    alias({ entity, text, ...pattern }) {
      const key = JSON.stringify(pattern);
      const number = patterns.get(key) ?? patterns.size;
      patterns.set(key, number);
      aliases.push(entity);
      aliases.push(texts.number(text));
      aliases.push(number);
    },
    *finish({ version, cues, links, entityOf }) {
      const places = growingInt32();
      for (let number = 0; number < texts.size(); number++) {
        if (number % STEP === STEP - 1) yield;
        places.push(pool.add(texts.read(number)));
      }
      const named = aliases.all();
      for (let at = 1; at < named.length; at += 3) {
        if (at % STEP === 1) yield;
        named[at] = places.get(named[at] as number);
      }
      yield;
      const narrow = pool.narrow();
      const wide = pool.wide();
      const settings = escaped(
        JSON.stringify({
          version,
          kinds,
          patterns: [...patterns.keys()].map((key) => resolved(JSON.parse(key), entityOf)),
          cues: cues.map(({ id, inCapitals }) => ({ id, inCapitals })),
        } satisfies Settings),
      );
      const words = [entities.all(), named, links.starts, links.neighbours];
      const wideAt = (HEADER_WORDS + words.reduce((sum, list) => sum + list.length, 0)) * 4;
      const settingsAt = wideAt + wide.length * 2;
      const end = settingsAt + settings.length + narrow.length;
      const bytes = new ArrayBuffer((end + 3) & ~3);
      const all = new Int32Array(bytes);
      all.set([
        MAGIC,
        RULES_LAYOUT,
        bytes.byteLength,
        0,
        entities.length / 3,
        aliases.length / 3,
        links.neighbours.length,
        wide.length,
        settings.length,
        narrow.length,
      ]);
      let at = HEADER_WORDS;
      for (const list of words) {
        all.set(list, at);
        at += list.length;
      }
      yield;
      new Uint16Array(bytes, wideAt, wide.length).set(wide);
      const tail = new Uint8Array(bytes, settingsAt);
      for (let i = 0; i < settings.length; i++) tail[i] = settings.charCodeAt(i);
      tail.set(narrow, settings.length);
      yield;
      all[3] = yield* checksumInSteps(bytes);
      return bytes;
    },
  };
}

/** The pattern with the numbers of the entities that it needs near by. */
function resolved(pattern: Pattern, entityOf: RestOfRules['entityOf']): Pattern {
  if (!entityOf) return pattern;
  const needs = pattern.needs.map((group) =>
    group.map((need) => (need.type === 'entity' ? { ...need, entity: entityOf(need.id) } : need)),
  );
  return { ...pattern, needs };
}

/**
 * Opens bytes made by packRules.
 * @throws IndexError for bytes of another layout, cut short or changed.
 */
export function openRules(bytes: ArrayBuffer): RuleBook {
  if (bytes.byteLength < HEADER_WORDS * 4 || bytes.byteLength % 4 !== 0)
    throw new IndexError('length', `at least ${HEADER_WORDS * 4} bytes`, bytes.byteLength);
  const all = new Int32Array(bytes);
  const [magic = 0, layout = 0, length = 0, sum = 0] = all;
  if (magic !== MAGIC) throw new IndexError('magic', MAGIC, magic);
  if (layout !== RULES_LAYOUT) throw new IndexError('layout', RULES_LAYOUT, layout);
  if (length !== bytes.byteLength) throw new IndexError('length', length, bytes.byteLength);
  const found = checksumOf(bytes);
  if (found !== sum) throw new IndexError('checksum', sum, found);
  const [, , , , entityCount = 0, aliasCount = 0] = all;
  const linkCount = all[6] ?? 0;
  const entitiesAt = HEADER_WORDS;
  const aliasesAt = entitiesAt + 3 * entityCount;
  const startsAt = aliasesAt + 3 * aliasCount;
  const linksAt = startsAt + entityCount + 1;
  const wideAt = (linksAt + linkCount) * 4;
  const settingsAt = wideAt + (all[7] ?? 0) * 2;
  const narrowAt = settingsAt + (all[8] ?? 0);
  const pool: StringPool = {
    wide: new Uint16Array(bytes, wideAt, all[7]),
    narrow: new Uint8Array(bytes, narrowAt, all[9]),
  };
  const settings = parseSettings(new Uint8Array(bytes, settingsAt, all[8]));
  return {
    version: settings.version,
    aliasCount,
    alias(target) {
      const at = aliasesAt + 3 * target;
      const pattern = target < aliasCount ? settings.patterns[all[at + 2] as number] : undefined;
      if (!pattern) return null;
      return { ...pattern, entity: all[at] as number, text: readString(pool, all[at + 1] as number) };
    },
    cue: (target) => settings.cues[target - aliasCount] ?? null,
    entity(number) {
      if (number < 0 || number >= entityCount) return null;
      const at = entitiesAt + 3 * number;
      const kind = settings.kinds[all[at + 2] as number] as Kind;
      return { id: readString(pool, all[at] as number), name: readString(pool, all[at + 1] as number), kind };
    },
    nameOf(id) {
      for (let at = entitiesAt; at < aliasesAt; at += 3)
        if (isStringAt(pool, all[at] as number, id)) return readString(pool, all[at + 1] as number);
      return null;
    },
    links: (entity) =>
      all.subarray(
        linksAt + (all[startsAt + entity] as number),
        linksAt + (all[startsAt + entity + 1] as number),
      ),
  };
}

function parseSettings(units: Uint8Array): Settings {
  let json = '';
  // In pieces: a call takes some ten thousand arguments, not a million.
  for (let i = 0; i < units.length; i += 0x2000)
    json += String.fromCharCode(...units.subarray(i, i + 0x2000));
  // Bytes whose checksum holds were written by packRules.
  return JSON.parse(json) as Settings;
}

/** JSON in which every unit fits a byte. */
function escaped(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

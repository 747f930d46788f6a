/** The languages that the interface speaks, and which of them a reader gets. */
import type { Settings } from '../settings/settings.ts';
import type { Words } from './fill.ts';

export type InterfaceLanguage = Words['language'];

interface Language {
  /** What its readers call it. */
  readonly name: string;
  readonly locale: string;
  readonly direction: Words['direction'];
}

export const LANGUAGES: Readonly<Record<InterfaceLanguage, Language>> = {
  en: { name: 'English', locale: 'en-GB', direction: 'ltr' },
  sr: { name: 'Српски (ћирилица)', locale: 'sr-Cyrl', direction: 'ltr' },
  'sr-Latn': { name: 'Srpski (latinica)', locale: 'sr-Latn', direction: 'ltr' },
  de: { name: 'Deutsch', locale: 'de', direction: 'ltr' },
  fr: { name: 'Français', locale: 'fr', direction: 'ltr' },
  es: { name: 'Español', locale: 'es', direction: 'ltr' },
  ru: { name: 'Русский', locale: 'ru', direction: 'ltr' },
  'zh-CN': { name: '简体中文', locale: 'zh-CN', direction: 'ltr' },
};

/** Words of a language; none for English, which is in the code. */
export function wordsOf(language: InterfaceLanguage, tables: Words['tables'] = {}): Words {
  const { locale, direction } = LANGUAGES[language];
  return { language, locale, direction, tables };
}

/**
 * What the reader chose; without a choice the first of the browser's languages that is spoken here, else what stands near one
 * of them, else English. Readers of Bosnian, Croatian and Montenegrin get Serbian in Latin script, which they read as their
 * own. Readers of traditional characters can read simplified ones, with some effort: so another language that their browser
 * lists comes first, and simplified Chinese before an English that nobody has asked for. Whoever wants another one chooses it.
 */
export function chooseLanguage(
  setting: Settings['language'],
  browserLanguages: readonly string[],
): InterfaceLanguage {
  if (setting !== 'auto') return setting;
  for (const tag of browserLanguages) {
    const found = spokenFor(tag);
    if (found) return found;
  }
  return browserLanguages.some(isTraditional) ? 'zh-CN' : 'en';
}

function spokenFor(tag: string): InterfaceLanguage | null {
  const [base = '', ...rest] = subtags(tag);
  if (base === 'sr') return rest.includes('latn') ? 'sr-Latn' : 'sr';
  if (['bs', 'hr', 'cnr', 'sh'].includes(base)) return rest.includes('cyrl') ? 'sr' : 'sr-Latn';
  if (base === 'zh') return isTraditional(tag) ? null : 'zh-CN';
  // Own keys only: `constructor` is no language.
  return Object.hasOwn(LANGUAGES, base) ? (base as InterfaceLanguage) : null;
}

/** Chinese in traditional characters: said so, or meant by the region where no script is named. */
function isTraditional(tag: string): boolean {
  const [base, ...rest] = subtags(tag);
  if (base !== 'zh' || rest.includes('hans')) return false;
  return ['hant', 'tw', 'hk', 'mo'].some((sub) => rest.includes(sub));
}

function subtags(tag: string): string[] {
  return tag.replaceAll('_', '-').toLowerCase().split('-');
}

/**
 * Locales of the browser's own that are given the manifest's words of a language near theirs: `_locales` knows no fallback but
 * the default one.
 */
export const NEAR_LOCALES: Readonly<Partial<Record<InterfaceLanguage, readonly string[]>>> = {
  'sr-Latn': ['bs', 'hr'],
  'zh-CN': ['zh_TW'],
};

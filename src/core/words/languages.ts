/** The languages that the interface speaks, and which of them a reader gets. */
import type { Settings } from '../settings/settings.ts';
import type { Words } from './fill.ts';

export type InterfaceLanguage = Exclude<Settings['language'], 'auto'>;

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
 * What the reader chose; without a choice the first of the browser's languages that is spoken here, else English.
 * Chinese in traditional characters is another written language, and so are the neighbours of Serbian: their readers get
 * English rather than something near, and can choose.
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
  return 'en';
}

function spokenFor(tag: string): InterfaceLanguage | null {
  const [base = '', ...rest] = tag.replaceAll('_', '-').toLowerCase().split('-');
  if (base === 'sr') return rest.includes('latn') ? 'sr-Latn' : 'sr';
  if (base === 'sh' || base === 'cnr') return rest.includes('cyrl') ? 'sr' : 'sr-Latn';
  if (base === 'zh') return ['hant', 'tw', 'hk', 'mo'].some((sub) => rest.includes(sub)) ? null : 'zh-CN';
  // Own keys only: `constructor` is no language.
  return Object.hasOwn(LANGUAGES, base) ? (base as InterfaceLanguage) : null;
}

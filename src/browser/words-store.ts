/** The words of the reader's language, from the extension's own package. Content scripts cannot read it: they ask the worker. */
import { browser } from 'wxt/browser';
import type { Words } from '../core/words/fill.ts';
import { chooseLanguage, type InterfaceLanguage, wordsOf } from '../core/words/languages.ts';
import { readSettings } from './settings-store.ts';
import { readPackaged } from './worker-host.ts';

/** The card's words, and those that only the extension's own pages need besides. */
export type WordsPart = 'card' | 'pages';

export async function readersLanguage(): Promise<InterfaceLanguage> {
  const { language } = await readSettings();
  return chooseLanguage(language, [browser.i18n.getUILanguage()]);
}

/** One part in the reader's language. English, which is in the code, comes without tables; so does what cannot be read. */
export async function readWords(part: WordsPart): Promise<Words> {
  const language = await readersLanguage();
  if (language === 'en') return wordsOf('en');
  try {
    // Packed by the build (src/publish/locales.ts) in this form.
    return JSON.parse(await readPackaged(`/words/${language}.${part}.json`)) as Words;
  } catch (error) {
    console.error(`sidelight: the words of ${language} could not be read`, error);
    return wordsOf('en');
  }
}

/** Both parts together, for the extension's own pages. */
export async function readAllWords(): Promise<Words> {
  const [card, pages] = await Promise.all([readWords('card'), readWords('pages')]);
  return { ...card, tables: { ...card.tables, ...pages.tables } };
}

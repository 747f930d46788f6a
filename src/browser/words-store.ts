/** The words of the reader's language, from the extension's own package. Content scripts cannot read it: they ask the worker. */
import { browser } from 'wxt/browser';
import type { WordPart, Words } from '../core/words/fill.ts';
import { chooseLanguage, type InterfaceLanguage, wordsOf } from '../core/words/languages.ts';
import { readSettings } from './settings-store.ts';
import { readPackaged } from './worker-host.ts';

export async function readersLanguage(): Promise<InterfaceLanguage> {
  const { language } = await readSettings();
  return chooseLanguage(language, [browser.i18n.getUILanguage()]);
}

/** One part in the reader's language. English, which is in the code, comes without tables; so does what cannot be read. */
export async function readWords(part: WordPart): Promise<Words> {
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

/** What the extension's own pages say: the card's words and theirs, together, for the extension's own pages. */
export async function readAllWords(): Promise<Words> {
  const [card, pages] = await Promise.all([readWords('card'), readWords('pages')]);
  return { ...card, tables: { ...card.tables, ...pages.tables } };
}

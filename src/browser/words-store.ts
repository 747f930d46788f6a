/** The words of the reader's language, from the extension's own package. Content scripts cannot read it: they ask the worker. */
import { browser } from 'wxt/browser';
import type { WordPart, Words } from '../core/words/fill.ts';
import { chooseLanguage, type InterfaceLanguage, wordsOf } from '../core/words/languages.ts';
import { onLanguageChanged, readSettings } from './settings-store.ts';
import { readPackaged } from './worker-host.ts';

export async function readersLanguage(): Promise<InterfaceLanguage> {
  const { language } = await readSettings();
  return chooseLanguage(language, [browser.i18n.getUILanguage()]);
}

/**
 * The same, remembered until another one is chosen or the signal aborts: every card asks for it, and storage.local keeps whoever asks
 * waiting while it is being written.
 */
export function rememberLanguage(signal: AbortSignal): () => Promise<InterfaceLanguage> {
  let known: Promise<InterfaceLanguage> | null = null;
  const forget = () => {
    known = null;
  };
  onLanguageChanged(forget, signal);
  return () => {
    const language = known ?? readersLanguage();
    known = language;
    language.catch(() => {
      if (known === language) forget();
    });
    return language;
  };
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

/** Several parts together. Their tables have different names. */
export async function readParts(parts: readonly WordPart[]): Promise<Words> {
  const read = await Promise.all(parts.map(readWords));
  return { ...(read[0] ?? wordsOf('en')), tables: Object.assign({}, ...read.map(({ tables }) => tables)) };
}

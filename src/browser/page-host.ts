/** What each of the extension's own pages needs to speak the reader's language. */
import { onLanguageChanged } from './settings-store.ts';
import { readAllWords } from './words-store.ts';

export function pageHost(document: Document) {
  const { signal } = new AbortController();
  return {
    document,
    readWords: readAllWords,
    onLanguageChanged: (callback: () => void) => onLanguageChanged(callback, signal),
  };
}

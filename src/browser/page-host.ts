/** What each of the extension's own pages needs to speak the reader's language. */
import { onLanguageChanged } from './settings-store.ts';
import { readWords } from './words-store.ts';

export function pageHost(document: Document) {
  const { signal } = new AbortController();
  return {
    document,
    readWords: () => Promise.all([readWords('card'), readWords('pages')]),
    onLanguageChanged: (callback: () => void) => onLanguageChanged(callback, signal),
  };
}

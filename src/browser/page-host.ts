/** What each of the extension's own pages needs to speak the reader's language. */
import type { WordPart } from '../core/words/fill.ts';
import { onLanguageChanged } from './settings-store.ts';
import { readParts } from './words-store.ts';

/** `parts` are what the page says. */
export function pageHost(document: Document, parts: readonly WordPart[] = ['card', 'pages']) {
  const { signal } = new AbortController();
  return {
    document,
    readWords: () => readParts(parts),
    onLanguageChanged: (callback: () => void) => onLanguageChanged(callback, signal),
  };
}

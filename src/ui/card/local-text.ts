/** Text of the dataset in the reader's language, where it is written in it. */
import type { LocalText } from '../../core/dataset/release.ts';
import { LANGUAGE } from '../strings.ts';

/** The text for a reader whose browser speaks `language`; English where it is not written in it. */
export function localText(text: LocalText, language = readersLanguage()): string {
  return readsSerbian(language) ? (text.sr ?? text.en) : text.en;
}

/** What `localText` is written in, where that is not the card's own language: for its `lang` attribute. */
export function localTextLanguage(text: LocalText, language = readersLanguage()): string | undefined {
  const chosen = text.sr !== undefined && readsSerbian(language) ? 'sr' : 'en';
  return chosen === LANGUAGE ? undefined : chosen;
}

function readersLanguage(): string {
  return globalThis.navigator?.language ?? 'en';
}

/** Readers of the neighbouring standards read Serbian with ease. */
function readsSerbian(language: string): boolean {
  return /^(?:sr|hr|bs|cnr|sh)\b/i.test(language);
}

/** Text of the dataset in the reader's language, where it is written in it. */
import type { LocalText } from '../../core/dataset/release.ts';
import { LANGUAGE } from '../strings.ts';

/**
 * The text for a reader of `language`; English where it is not written in it. The worker has put Serbian into the script of
 * the interface already (background/readers-script.ts).
 */
export function localText(text: LocalText, language = readersLanguage()): string {
  return readsSerbian(language) ? (text.sr ?? text.en) : text.en;
}

/** What `localText` is written in, where that is not the card's own language: for its `lang` attribute. */
export function localTextLanguage(text: LocalText, language = readersLanguage()): string | undefined {
  const serbian = LANGUAGE.startsWith('sr') ? LANGUAGE : 'sr';
  const chosen = text.sr !== undefined && readsSerbian(language) ? serbian : 'en';
  return chosen === LANGUAGE ? undefined : chosen;
}

/** Whoever reads the interface in Serbian reads Serbian; otherwise the browser's language tells. */
function readersLanguage(): string {
  return LANGUAGE.startsWith('sr') ? LANGUAGE : (globalThis.navigator?.language ?? 'en');
}

/** Readers of the neighbouring standards read Serbian with ease. */
function readsSerbian(language: string): boolean {
  return /^(?:sr|hr|bs|cnr|sh)\b/i.test(language);
}

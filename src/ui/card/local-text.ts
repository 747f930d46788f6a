/** Text of the dataset in the reader's language, where it is written in it. */
import type { LocalText } from '../../core/dataset/release.ts';

export function localText(text: LocalText, language = globalThis.navigator?.language ?? 'en'): string {
  return /^(?:sr|hr|bs|cnr|sh)\b/i.test(language) ? (text.sr ?? text.en) : text.en;
}

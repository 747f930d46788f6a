/** Serbian prose from Latin into Cyrillic, word by word: what is not Serbian stays as it is written. */
import { toSerbianCyrillic } from './serbian-script.ts';

/** Abbreviations that are read as Serbian words; others (SHARE, eLTE, CSL-JSON) are names and keep their letters. */
const SERBIAN_ABBREVIATIONS = new Set(['MUP', 'BIA', 'RS', 'EU', 'UN', 'SAD', 'NATO', 'BDP', 'SNS', 'SSSR']);

/** `keep` lists words that look Serbian and are not, such as the names of programs. */
export function toCyrillicProse(text: string, keep: ReadonlySet<string> = new Set()): string {
  const turn = (word: string) => (keep.has(word) || isForeign(word) ? word : cyrillic(word));
  return text.replace(/\S+/g, (token) =>
    isAddress(token) || isKeys(token) ? token : token.replace(/\p{L}+/gu, turn),
  );
}

/** `chrome://extensions`, `about:addons`, `news.example`. */
function isAddress(token: string): boolean {
  return /[\p{L}\d][:./]+\p{L}/u.test(token);
}

/** `Alt+Shift+S`. */
function isKeys(token: string): boolean {
  return /\p{L}\+\p{L}/u.test(token);
}

function cyrillic(word: string): string {
  return toSerbianCyrillic(word) ?? word;
}

/** A capital after the first letter marks a name or an abbreviation. */
function isForeign(word: string): boolean {
  return /.\p{Lu}/u.test(word) && !SERBIAN_ABBREVIATIONS.has(word);
}

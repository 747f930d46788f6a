/** The words that search knows a note by. */
import { fold } from '../../core/text/fold.ts';
import { toSerbianCyrillic, toSerbianLatin } from '../../core/text/serbian-script.ts';

const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
/** Dates in one piece, runs of characters that are written without spaces, words. */
const PIECE = new RegExp(`\\d{4}-\\d\\d(?:-\\d\\d)?|[${CJK}]+|(?:(?![${CJK}])[\\p{L}\\p{N}])+`, 'gu');
const IS_CJK = new RegExp(`[${CJK}]`, 'u');
/** A longer one is no word: a key, an address, noise. */
const LONGEST = 40;

/** Calls back for each word of a text, folded. Where words are not set apart, for each two neighbouring characters. */
export function eachWord(text: string, visit: (word: string) => void): void {
  for (const [piece] of folded(text).matchAll(PIECE)) {
    if (IS_CJK.test(piece)) {
      const characters = [...piece];
      if (characters.length === 1) visit(piece);
      for (let i = 0; i + 1 < characters.length; i++) visit(`${characters[i]}${characters[i + 1]}`);
    } else visit(piece.length > LONGEST ? piece.slice(0, LONGEST) : piece);
  }
}

/** Folding takes dashes for spaces; in dates they stay. */
function folded(text: string): string {
  return text
    .replace(/(\d{4})-(\d\d)(?:-(\d\d))?/g, (date) => date.replaceAll('-', DASH))
    .split(DASH)
    .map(fold)
    .join('-');
}

/** Stands in for a dash that must outlive folding: a private-use character that no text has. */
const DASH = '\ue007';

export interface QueryWord {
  /** Spellings, any of which will do: Serbian is written in two scripts. */
  readonly spellings: readonly string[];
  /** The last word may still be being typed. */
  readonly isPrefix: boolean;
}

/** The words of a query; all of them have to be found. Every word may be a beginning, but for single letters. */
export function queryWords(query: string): QueryWord[] {
  const words: string[] = [];
  eachWord(query, (word) => words.push(word));
  return [...new Set(words)].map((word, i, all) => ({
    spellings: spellingsOf(word),
    isPrefix: word.length > 1 || i === all.length - 1,
  }));
}

function spellingsOf(word: string): string[] {
  const other = /\p{Script=Cyrillic}/u.test(word) ? toSerbianLatin(word) : toSerbianCyrillic(word);
  return [...new Set([word, other === null ? word : fold(other)])];
}

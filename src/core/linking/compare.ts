/**
 * Does a form of the index stand at this place of a text? The exact check behind the filters of spot.ts, unit by unit.
 *
 * Units without meaning (soft hyphens, marks) are skipped inside and left out at the ends; a space of a form equals any
 * run of spaces and dashes that does not cross a paragraph; a word of a form that declines may go on, if what goes on is
 * an ending of the text's language (endings.ts).
 */
import { CJK, classOf, FOLD_TABLE, foldEntry, IGNORED, SPACE, WORD } from '../text/fold.ts';
import { type EndingSet, MAX_ENDING } from './endings.ts';
import { AS_IT_IS, STEM, STEM_BEFORE_S } from './form.ts';
import type { FormIndex } from './index-bytes.ts';

const NEWLINE = 0x0a;
const SPACE_UNIT = 0x20;

/** The fold table's entry of the unit at `at`; 0 behind the end. */
export function entryAt(text: string, at: number): number {
  return at >= text.length ? 0 : foldEntry(text.charCodeAt(at));
}

/** End in the text of the form whose entry is at `form` and which should begin at `start`; -1 when the text differs or goes on with the same word. */
export function compare(
  index: FormIndex,
  form: number,
  text: string,
  start: number,
  endings: EndingSet | null,
): number {
  const head = index.forms[form] as number;
  const place = index.forms[form + 1] as number;
  const pool = place < 0 ? index.wide : index.narrow;
  const first = place < 0 ? ~place : place;
  const length = head & 0xff;
  const declined = (head >> 8) & 0xff;
  let declinedWords = 0;
  let at = start;
  let end = start;
  for (let j = 0; j < length; j++) {
    const wanted = pool[first + j] as number;
    // Nearly always the same letter; what is ignored folds to nothing, and no form has that.
    if (
      at < text.length &&
      wanted !== SPACE_UNIT &&
      ((FOLD_TABLE[text.charCodeAt(at)] as number) & 0xffff) === wanted
    ) {
      end = ++at;
      continue;
    }
    let entry = entryAt(text, at);
    while (classOf(entry) === IGNORED) entry = entryAt(text, ++at);
    if (wanted === SPACE_UNIT) {
      if (classOf(entry) === WORD && declined !== AS_IT_IS) {
        const after = endingAfter(text, at, declined, endings);
        if (after < 0) return -1;
        declinedWords++;
        at = after;
        entry = entryAt(text, at);
      }
      if (classOf(entry) !== SPACE) return -1;
      let newlines = 0;
      while (classOf(entry) === SPACE || classOf(entry) === IGNORED) {
        if (text.charCodeAt(at) === NEWLINE && ++newlines > 1) return -1;
        entry = entryAt(text, ++at);
      }
    } else {
      if (at >= text.length || (entry & 0xffff) !== wanted) return -1;
      end = ++at;
    }
  }
  if (!endsWord(text, end)) {
    const after = declined === AS_IT_IS ? -1 : endingAfter(text, end, declined, endings);
    if (after < 0) return -1;
    declinedWords++;
    end = after;
  }
  return declined >= STEM && declinedWords === 0 ? -1 : end;
}

/** Where the word that goes on at `from` ends, if what goes on is an ending; else -1. */
function endingAfter(text: string, from: number, declined: number, endings: EndingSet | null): number {
  if (endings === null) return -1;
  let ending = '';
  let end = from;
  for (let at = from; at < text.length; at++) {
    const entry = entryAt(text, at);
    const kind = classOf(entry);
    if (kind === IGNORED) continue;
    if (kind !== WORD) break;
    ending += String.fromCharCode(entry & 0xffff);
    if (ending.length > MAX_ENDING) return -1;
    end = at + 1;
  }
  if (declined === STEM_BEFORE_S) return endings.afterS.has(ending) ? end : -1;
  return endings.full.has(ending) || (declined === STEM && endings.cut.has(ending)) ? end : -1;
}

/** False when the unit before `end` and the next visible one belong to the same word. */
function endsWord(text: string, end: number): boolean {
  let next = end;
  while (next < text.length && classOf(entryAt(text, next)) === IGNORED) next++;
  if (next >= text.length) return true;
  const before = classOf(entryAt(text, end - 1));
  const after = classOf(entryAt(text, next));
  if (before === WORD) return after !== WORD;
  // Katakana words stand between other scripts; a longer run is another word.
  return !(
    before === CJK &&
    after === CJK &&
    isKatakana(text.charCodeAt(end - 1)) &&
    isKatakana(text.charCodeAt(next))
  );
}

function isKatakana(unit: number): boolean {
  return unit >= 0x30a1 && unit <= 0x30fe;
}

/**
 * Does a form of the index stand at this place of the text? The exact check behind the filters, unit by unit.
 *
 * Units without meaning (soft hyphens, marks) are skipped inside and left out at the ends; a space of a form equals any
 * run of spaces and dashes that does not cross a paragraph; a word of a form that declines may go on, if what goes on is
 * an ending of the text's language.
 */
import { addLetter, affixLetters, clearAffix, isAffixIn, LONGEST } from './affixes.ts';
import { cutEndings, endingsAfterS, fullEndings } from './language.ts';
import { narrow, wide } from './sections.ts';
import { CJK, entryAt, foldedAt, IGNORED, length as last, noteEnd, SPACE, unitAt, WORD } from './text.ts';

/** How a form declines: core/linking/form.ts. */
const AS_IT_IS: i32 = 0;
const STEM: i32 = 2;
const STEM_BEFORE_S: i32 = 3;

const NEWLINE: i32 = 0x0a;
const SPACE_UNIT: i32 = 0x20;

/** End in the text of the form whose entry is at `form` and which should begin at `start`; -1 when the text differs or goes on with the same word. */
export function compare(form: usize, start: i32): i32 {
  const head = load<i32>(form);
  const place = load<i32>(form, 4);
  const isWide = place < 0;
  let letter = isWide ? wide + ((<usize>~place) << 1) : narrow + <usize>place;
  const length = head & 0xff;
  const declined = (head >> 8) & 0xff;
  let declinedWords = 0;
  let at = start;
  let end = start;
  for (let j = 0; j < length; j++) {
    const wanted = isWide ? <i32>load<u16>(letter) : <i32>load<u8>(letter);
    letter += isWide ? 2 : 1;
    // Nearly always the same letter; what is ignored folds to nothing, and no form has that.
    if (at < last && wanted !== SPACE_UNIT && foldedAt(at) === wanted) {
      end = ++at;
      continue;
    }
    let entry = entryAt(at);
    while (entry & IGNORED) entry = entryAt(++at);
    if (wanted === SPACE_UNIT) {
      if (entry & WORD && declined !== AS_IT_IS) {
        const after = endingAfter(at, declined);
        if (after < 0) return -1;
        declinedWords++;
        at = after;
        entry = entryAt(at);
      }
      if ((entry & SPACE) === 0) return -1;
      let newlines = 0;
      while (entry & (SPACE | IGNORED)) {
        if (unitAt(at) === NEWLINE && ++newlines > 1) return -1;
        entry = entryAt(++at);
      }
    } else {
      if (at >= last || (entry & 0xffff) !== wanted) return -1;
      end = ++at;
    }
  }
  if (!endsWord(end)) {
    const after = declined === AS_IT_IS ? -1 : endingAfter(end, declined);
    if (after < 0) return -1;
    declinedWords++;
    end = after;
  }
  return declined >= STEM && declinedWords === 0 ? -1 : end;
}

/** Where the word that goes on at `from` ends, if what goes on is an ending; else -1. */
function endingAfter(from: i32, declined: i32): i32 {
  if (fullEndings === 0) return -1;
  clearAffix();
  let end = from;
  let at = from;
  for (; at < last; at++) {
    const entry = entryAt(at);
    if (entry & IGNORED) continue;
    if ((entry & WORD) === 0) break;
    addLetter(entry & 0xffff);
    if (affixLetters() > LONGEST) return -1;
    end = at + 1;
  }
  if (at >= last) noteEnd();
  if (declined === STEM_BEFORE_S) return isAffixIn(endingsAfterS) ? end : -1;
  return isAffixIn(fullEndings) || (declined === STEM && isAffixIn(cutEndings)) ? end : -1;
}

/** False when the unit before `end` and the next visible one belong to the same word. */
function endsWord(end: i32): bool {
  let next = end;
  let after = entryAt(next);
  while (after & IGNORED) after = entryAt(++next);
  if (next >= last) return true;
  const before = entryAt(end - 1);
  if (before & WORD) return (after & WORD) === 0;
  // Katakana words stand between other scripts; a longer run is another word.
  return !(before & CJK && after & CJK && isKatakana(unitAt(end - 1)) && isKatakana(unitAt(next)));
}

function isKatakana(unit: i32): bool {
  return unit >= 0x30a1 && unit <= 0x30fe;
}

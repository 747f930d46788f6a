/**
 * Whether a UTF-16 unit is part of a word, where words have spaces between them. The matcher's table (core/text/fold.ts)
 * knows that as well, but it is a quarter of a megabyte, and a page asks a few times.
 */

const LETTER = /[\p{L}\p{N}]/u;
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]/u;

export function isWordUnit(unit: number): boolean {
  if (unit < 0x80)
    return (
      (unit >= 0x61 && unit <= 0x7a) ||
      (unit >= 0x41 && unit <= 0x5a) ||
      (unit >= 0x30 && unit <= 0x39) ||
      unit === 0x5f
    );
  const character = String.fromCharCode(unit);
  return LETTER.test(character) && !WITHOUT_SPACES.test(character);
}

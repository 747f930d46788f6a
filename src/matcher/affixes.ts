/**
 * What a language writes onto names: endings behind them, proclitics before them. Tables of short strings, by their length:
 * nine numbers (0, where the strings of one letter end, of two, and so on up to eight, counted in strings), then sixteen bytes for each string, filled up with zeros.
 */

import { getInt, setInt } from './arrays.ts';

/** Letters a string may have. */
export const LONGEST: i32 = 8;
const HEAD: usize = 9 * 4;
const SPACE_UNIT: i32 = 0x20;

/** The string being put together: its letters, four to a half, and their number. */
let low: u64 = 0;
let high: u64 = 0;
let letters: i32 = 0;

export function clearAffix(): void {
  low = 0;
  high = 0;
  letters = 0;
}

export function affixLetters(): i32 {
  return letters;
}

/** Adds a letter; a ninth is counted and not kept. */
export function addLetter(unit: i32): void {
  if (letters < 4) low |= (<u64>unit) << ((<u64>letters) << 4);
  else if (letters < LONGEST) high |= (<u64>unit) << ((<u64>(letters - 4)) << 4);
  letters++;
}

/** Is the string in the table at this address? */
export function isAffixIn(table: usize): bool {
  if (letters === 0 || letters > LONGEST) return false;
  const begin = getInt(table, letters - 1);
  const end = getInt(table, letters);
  let entry = table + HEAD + ((<usize>begin) << 4);
  for (let i = begin; i < end; i++) {
    if (load<u64>(entry) === low && load<u64>(entry, 8) === high) return true;
    entry += 16;
  }
  return false;
}

/**
 * Makes a table at `table` of the strings between two addresses: UTF-16 units, each string with a space behind it. Longer ones
 * are left out. Returns where the table ends.
 */
export function makeTable(table: usize, from: usize, end: usize): usize {
  // How many there are of each length, then where those of each begin; placing them moves that to where they end.
  for (let size = 0; size <= LONGEST; size++) setInt(table, size, 0);
  letters = 0;
  for (let at = from; at < end; at += 2) {
    if (<i32>load<u16>(at) !== SPACE_UNIT) letters++;
    else {
      if (letters <= LONGEST) setInt(table, letters, getInt(table, letters) + 1);
      letters = 0;
    }
  }
  setInt(table, 0, 0);
  let count = 0;
  for (let size = 1; size <= LONGEST; size++) {
    const those = getInt(table, size);
    setInt(table, size, count);
    count += those;
  }
  clearAffix();
  for (let at = from; at < end; at += 2) {
    const unit = <i32>load<u16>(at);
    if (unit !== SPACE_UNIT) {
      addLetter(unit);
      continue;
    }
    if (letters > 0 && letters <= LONGEST) {
      const place = getInt(table, letters);
      const entry = table + HEAD + ((<usize>place) << 4);
      store<u64>(entry, low);
      store<u64>(entry, high, 8);
      setInt(table, letters, place + 1);
    }
    clearAffix();
  }
  return table + HEAD + ((<usize>count) << 4);
}

/**
 * The text in memory: a window of the whole one, as UTF-16 units, raw and folded.
 *
 * Whoever looks beyond the window, where the whole text goes on, is told that nothing stands there, and it is noted: what was
 * found that way does not count, and the caller comes again with more.
 */
import { FOLD } from './memory.ts';

/** What a unit is: the classes of core/text/fold.ts, as they stand in the fold table. */
export const WORD: i32 = 1 << 16;
export const CJK: i32 = 2 << 16;
export const SPACE: i32 = 4 << 16;
export const IGNORED: i32 = 16 << 16;
export const JOINING: i32 = 32 << 16;

/** They fold to themselves; there are too many of them to ask for each. */
export const FIRST_IDEOGRAPH: i32 = 0x4e00;
export const IDEOGRAPHS: i32 = 0x5200;

/** The fold table's entry of a unit that has not been asked for yet. */
declare function classify(unit: i32): i32;

/** Addresses of the units, and how many there are. */
export let units: usize = 0;
export let folded: usize = 0;
export let length: i32 = 0;
/** Whether the whole text ends with the window. */
export let isLast: bool = false;
/** Whether somebody looked beyond it. */
export let ranOut: bool = false;

export function placeText(unitsAt: usize, foldedAt: usize, last: bool): void {
  units = unitsAt;
  folded = foldedAt;
  isLast = last;
  ranOut = false;
}

export function setLength(count: i32): void {
  length = count;
}

export function unitAt(at: i32): i32 {
  return <i32>load<u16>(units + ((<usize>at) << 1));
}

export function foldedAt(at: i32): i32 {
  return <i32>load<u16>(folded + ((<usize>at) << 1));
}

/** What stands behind the window is not known. */
export function noteEnd(): void {
  if (!isLast) ranOut = true;
}

/** The fold table's entry of a unit. */
export function foldEntry(unit: i32): i32 {
  if (<u32>(unit - FIRST_IDEOGRAPH) < <u32>IDEOGRAPHS) return CJK | unit;
  const place = FOLD + ((<usize>unit) << 2);
  const known = load<i32>(place);
  if (known !== 0) return known;
  const entry = classify(unit);
  store<i32>(place, entry);
  return entry;
}

/** The entry of the unit at `at`; 0 behind the end. */
export function entryAt(at: i32): i32 {
  if (at >= length) {
    noteEnd();
    return 0;
  }
  return foldEntry(unitAt(at));
}

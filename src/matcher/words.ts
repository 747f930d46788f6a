/**
 * Reads a window of text: UTF-8 becomes UTF-16 units, raw and folded, and the edges of words are noted on the way.
 *
 * UTF-8, because that is what a browser writes into memory fastest; units, because everybody else counts in them. Sixteen
 * bytes at once as long as they are ASCII, and the others without a branch that depends on where a word ends: a processor
 * guesses that wrong nearly every time, and a wrong guess costs more than all else that is done for the word.
 */
import { getInt, setInt } from './arrays.ts';
import { FOLD } from './memory.ts';
import { clearRuns, inRun, noteRunEdge } from './runs.ts';
import {
  CJK,
  entryAt,
  foldEntry,
  IGNORED,
  isLast,
  length,
  placeText,
  setLength,
  unitAt,
  WORD,
} from './text.ts';
import {
  areThrees,
  areTwos,
  ideographsIn,
  lengthAt,
  packed,
  unitsOfThrees,
  writeOne,
  writeTwos,
} from './utf8.ts';

/** Units that may be written behind the last one. */
const SLACK: usize = 64;
/** Fewer letters of ASCII are not worth the while. */
const FEW: i32 = 4;
const FIRST_FEW: i32 = (1 << FEW) - 1;

/** Where words begin and end, in turns. */
let edges: usize = 0;
/** Words of the window, without one that goes on behind it. */
export let words: i32 = 0;
/** Where such a one begins; -1 when there is none. */
export let openWord: i32 = -1;
/** The entries of all units, joined, but for ASCII and ideographs: of use for classes that these do not have. */
export let seen: i32 = 0;

/** Where a word begins and ends. */
export function wordStart(word: i32): i32 {
  return getInt(edges, 2 * word);
}

export function wordEnd(word: i32): i32 {
  return getInt(edges, 2 * word + 1);
}

/** Forgets the last words: those from this number on. */
export function keepWords(count: i32): void {
  words = count;
}

/** Forgets the first word. */
export function dropFirstWord(): void {
  edges += 8;
  words--;
}

/**
 * Reads the UTF-8 between two addresses. What becomes of it is written from `to` on, where there is room for `room` units.
 * It is well-formed: a browser wrote it, and a half of a pair that stood alone is U+FFFD in it, one unit like before.
 */
export function readText(from: usize, end: usize, to: usize, room: i32, last: bool): void {
  const size = (<usize>room + SLACK) << 1;
  edges = to + (size << 1);
  placeText(to, to + size, last);
  const count = read(from, end, to, to + size);
  closeWords(seen & IGNORED ? findEdgesAmongIgnored() : count);
}

/** An odd number of edges means a word that goes on to the end. */
function closeWords(count: i32): void {
  openWord = -1;
  if (count & 1) {
    if (isLast) setInt(edges, count++, length);
    else openWord = getInt(edges, count - 1);
  }
  words = count >> 1;
}

/** Where reading stands: in the UTF-8, where the next unit goes, and where the next edge. */
let at: usize = 0;
let raw: usize = 0;
let edge: usize = 0;
/** The first unit's place, and how far from each unit the folded one is. */
let first: usize = 0;
let apart: usize = 0;
/** 1 within a word; what becomes of `seen`. */
let inside: i32 = 0;
let classes: i32 = 0;

/** Returns the number of edges. */
function read(from: usize, end: usize, unitsAt: usize, foldedAt: usize): i32 {
  at = from;
  raw = unitsAt;
  first = unitsAt;
  apart = foldedAt - unitsAt;
  edge = edges;
  inside = 0;
  classes = 0;
  clearRuns();
  while (at + 16 <= end) {
    readAscii(end);
    // What stopped it, and what stands behind that: seldom alone. A function of its own, since a browser that runs this for the
    // first time counts what each does, and compiles it once more when it does much; the reader would wait for that.
    if (at + 16 <= end) readOthers(end);
  }
  if (at < end) readOthers(end);
  seen = classes;
  setLength(numberOf(raw));
  return <i32>((edge - edges) >> 2);
}

/** Number of the unit at an address. */
function numberOf(unit: usize): i32 {
  return <i32>((unit - first) >> 1);
}

/** Sixteen bytes at once, up to what is no ASCII, or fewer are left. */
function readAscii(end: usize): void {
  let from = at;
  let units = raw;
  let folded = raw + apart;
  let next = edge;
  let i = numberOf(raw);
  let before = inside;
  while (from + 16 <= end) {
    const bytes = v128.load(from);
    const others = i8x16.bitmask(bytes);
    const plain = others === 0 ? 16 : ctz(others);
    if (plain < FEW) break;
    const lower = v128.or(bytes, i8x16.splat(0x20));
    const isLetter = i8x16.le_u(i8x16.sub(lower, i8x16.splat(0x61)), i8x16.splat(25));
    const isDigit = i8x16.le_u(i8x16.sub(bytes, i8x16.splat(0x30)), i8x16.splat(9));
    const isWord = v128.or(v128.or(isLetter, isDigit), i8x16.eq(bytes, i8x16.splat(0x5f)));
    const isControl = i8x16.le_u(i8x16.sub(bytes, i8x16.splat(0x09)), i8x16.splat(4));
    const isSpace = v128.or(i8x16.eq(bytes, i8x16.splat(0x2d)), isControl);
    const letters = v128.or(bytes, v128.and(isLetter, i8x16.splat(0x20)));
    const spaced = v128.bitselect(i8x16.splat(0x20), letters, isSpace);
    // The grave accent is an apostrophe.
    const isGrave = i8x16.eq(bytes, i8x16.splat(0x60));
    const all = v128.xor(spaced, v128.and(isGrave, i8x16.splat(0x60 ^ 0x27)));
    v128.store(units, i16x8.extend_low_i8x16_u(bytes));
    v128.store(units, i16x8.extend_high_i8x16_u(bytes), 16);
    v128.store(folded, i16x8.extend_low_i8x16_u(all));
    v128.store(folded, i16x8.extend_high_i8x16_u(all), 16);
    const mask = (1 << plain) - 1;
    const inWord = i8x16.bitmask(isWord) & mask;
    let changes = (inWord ^ ((inWord << 1) | before)) & mask;
    const those = next;
    next += <usize>(popcnt(changes) << 2);
    // Six without asking whether there are so many: there seldom are more.
    store<i32>(those, i + ctz(changes));
    changes &= changes - 1;
    store<i32>(those, i + ctz(changes), 4);
    changes &= changes - 1;
    store<i32>(those, i + ctz(changes), 8);
    changes &= changes - 1;
    store<i32>(those, i + ctz(changes), 12);
    changes &= changes - 1;
    store<i32>(those, i + ctz(changes), 16);
    changes &= changes - 1;
    store<i32>(those, i + ctz(changes), 20);
    changes &= changes - 1;
    for (let more = those + 24; changes !== 0; more += 4) {
      store<i32>(more, i + ctz(changes));
      changes &= changes - 1;
    }
    before = (inWord >>> (plain - 1)) & 1;
    i += plain;
    from += <usize>plain;
    units += <usize>(plain << 1);
    folded += <usize>(plain << 1);
    if (plain < 16) break;
  }
  at = from;
  raw = units;
  edge = next;
  inside = before;
}

/** Sixteen bytes at least, and as many more as are not mostly ASCII. */
function readOthers(end: usize): void {
  let from = at;
  let stop = at + 16;
  let units = raw;
  /** Those from here on are not folded yet. */
  let done = raw;
  while (from < end) {
    if (from + 16 <= end) {
      const bytes = v128.load(from);
      if (from >= stop) {
        if ((i8x16.bitmask(bytes) & FIRST_FEW) === 0) break;
        stop = from + 16;
      }
      if (areThrees(bytes)) {
        const four = unitsOfThrees(bytes);
        store<u64>(units, packed(four));
        const ideographs = ideographsIn(four);
        let count = ctz(ideographs | 16);
        if (count === 0) {
          if (done < units) foldUnits(done, units);
          count = ctz(~ideographs);
          takeIdeographs(units);
          done = units + ((<usize>count) << 1);
        }
        units += (<usize>count) << 1;
        from += <usize>(3 * count);
        continue;
      }
      if (areTwos(bytes)) {
        units += (<usize>writeTwos(from, units)) << 1;
        // The last character may end behind them.
        from += i8x16.extract_lane_u(bytes, 15) < 0xc0 ? 16 : 17;
        continue;
      }
    }
    const next = from + <usize>lengthAt(from);
    units = writeOne(from, units);
    from = next;
  }
  if (done < units) foldUnits(done, units);
  // What stopped it is ASCII.
  if (from < end && inRun) noteRunEdge(numberOf(units));
  at = from;
  raw = units;
}

/** Up to four ideographs: they fold to themselves, and no word goes through them. What is behind them is written over. */
function takeIdeographs(units: usize): void {
  store<u64>(units + apart, load<u64>(units));
  if (inside) {
    store<i32>(edge, numberOf(units));
    edge += 4;
    inside = 0;
  }
  if (!inRun) noteRunEdge(numberOf(units));
}

/** Folds the units between two addresses, and notes the edges of words and runs. */
function foldUnits(from: usize, end: usize): void {
  let next = edge;
  let before = inside;
  let all = 0;
  let i = numberOf(from);
  for (let unit = from; unit < end; unit += 2) {
    const raw = <i32>load<u16>(unit);
    let entry = load<i32>(FOLD + ((<usize>raw) << 2));
    if (entry === 0) entry = foldEntry(raw);
    const inWord = (entry >>> 16) & 1;
    store<u16>(unit + apart, <u16>entry);
    store<i32>(next, i++);
    next += <usize>((inWord ^ before) << 2);
    before = inWord;
    all |= entry;
  }
  edge = next;
  inside = before;
  classes |= all;
  if (all & CJK) noteRuns(from, end);
  else if (inRun && all & WORD) noteRunEdge(numberOf(from));
}

function noteRuns(from: usize, end: usize): void {
  for (let unit = from; unit < end; unit += 2) {
    const entry = foldEntry(<i32>load<u16>(unit));
    if (entry & (inRun ? WORD : CJK)) noteRunEdge(numberOf(unit));
  }
}

/** The same where units stand that do not count: a word goes on through them. */
function findEdgesAmongIgnored(): i32 {
  let before = 0;
  let count = 0;
  for (let i = 0; i < length; i++) {
    const entry = foldEntry(unitAt(i));
    if (entry & IGNORED) continue;
    const inWord = (entry >>> 16) & 1;
    if (inWord !== before) setInt(edges, count++, i);
    before = inWord;
  }
  return count;
}

/** The first unit that counts. */
export function firstCounting(): i32 {
  let at = 0;
  while (at < length && entryAt(at) & IGNORED) at++;
  return at;
}

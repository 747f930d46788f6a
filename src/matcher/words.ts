/**
 * Reads a window of text: UTF-8 becomes UTF-16 units, raw and folded, and the edges of words are noted on the way.
 *
 * UTF-8, because that is what a browser writes into memory fastest; units, because everybody else counts in them. Sixteen
 * bytes at once as long as they are ASCII, and the others without a branch that depends on where a word ends: a processor
 * guesses that wrong nearly every time, and a wrong guess costs more than all else that is done for the word.
 */
import { getInt, setInt } from './arrays.ts';
import { FOLD } from './memory.ts';
import {
  CJK,
  entryAt,
  FIRST_IDEOGRAPH,
  foldEntry,
  IDEOGRAPHS,
  IGNORED,
  isLast,
  length,
  placeText,
  setLength,
  unitAt,
} from './text.ts';

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
/** The entries of all units, joined, but for some of those of ASCII: of use for classes that no ASCII has. */
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

/** Where reading stands: in the UTF-8, where the next unit goes, raw and folded, and where the next edge. */
let at: usize = 0;
let raw: usize = 0;
let small: usize = 0;
let edge: usize = 0;
/** Units so far; 1 within a word; what becomes of `seen`. */
let count: i32 = 0;
let inside: i32 = 0;
let classes: i32 = 0;

/** Returns the number of edges. */
function read(from: usize, end: usize, unitsAt: usize, foldedAt: usize): i32 {
  at = from;
  raw = unitsAt;
  small = foldedAt;
  edge = edges;
  count = 0;
  inside = 0;
  classes = 0;
  while (at + 16 <= end) {
    readAscii(end);
    // What stopped it, and what stands behind that: seldom alone. A function of its own, since a browser that runs this for the
    // first time counts what each does, and compiles it once more when it does much; the reader would wait for that.
    if (at + 16 <= end) readOthers(end);
  }
  if (at < end) readOthers(end);
  seen = classes;
  setLength(count);
  return <i32>((edge - edges) >> 2);
}

/** Sixteen bytes at once, up to what is no ASCII, or fewer are left. */
function readAscii(end: usize): void {
  let from = at;
  let units = raw;
  let folded = small;
  let next = edge;
  let i = count;
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
  small = folded;
  edge = next;
  count = i;
  inside = before;
}

/** Sixteen bytes at least, and as many more as are not mostly ASCII. */
function readOthers(end: usize): void {
  let from = at;
  let stop = at + 16;
  let units = raw;
  let folded = small;
  let next = edge;
  let i = count;
  let before = inside;
  let all = classes;
  while (from < end) {
    if (from + 16 <= end) {
      const bytes = v128.load(from);
      if (from >= stop) {
        if ((i8x16.bitmask(bytes) & FIRST_FEW) === 0) break;
        stop = from + 16;
      }
      const four = ideographsIn(bytes);
      if (four !== 0) {
        store<u64>(units, four);
        store<u64>(folded, four);
        store<i32>(next, i);
        next += <usize>(before << 2);
        before = 0;
        all |= CJK;
        i += 4;
        from += 12;
        units += 8;
        folded += 8;
        continue;
      }
      // Eight letters of one or two bytes.
      if (!v128.any_true(i8x16.ge_u(bytes, i8x16.splat(-32)))) {
        let leads = ~i8x16.bitmask(i8x16.lt_s(bytes, i8x16.splat(-64))) & 0xffff;
        for (let j = 0; j < 8; j++) {
          const lead = from + <usize>ctz(leads);
          leads &= leads - 1;
          const first = <i32>load<u8>(lead);
          const two = ((first & 0x1f) << 6) | (<i32>load<u8>(lead, 1) & 0x3f);
          const unit = select<i32>(two, first, first >>> 7);
          let entry = load<i32>(FOLD + ((<usize>unit) << 2));
          if (entry === 0) entry = foldEntry(unit);
          const inWord = (entry >>> 16) & 1;
          store<u16>(units, <u16>unit);
          store<u16>(folded, <u16>entry);
          store<i32>(next, i + j);
          next += <usize>((inWord ^ before) << 2);
          before = inWord;
          all |= entry;
          units += 2;
          folded += 2;
        }
        i += 8;
        from += <usize>(leads === 0 ? 16 : ctz(leads));
        continue;
      }
    }
    // One by one what is left.
    const first = <i32>load<u8>(from);
    let unit: i32;
    if (first < 0x80) {
      unit = first;
      from += 1;
    } else if (first < 0xe0) {
      unit = ((first & 0x1f) << 6) | (<i32>load<u8>(from, 1) & 0x3f);
      from += 2;
    } else if (first < 0xf0) {
      unit =
        ((first & 0x0f) << 12) | ((<i32>load<u8>(from, 1) & 0x3f) << 6) | (<i32>load<u8>(from, 2) & 0x3f);
      from += 3;
    } else {
      const rest = ((<i32>load<u8>(from, 2) & 0x3f) << 6) | (<i32>load<u8>(from, 3) & 0x3f);
      const point = (((first & 0x07) << 18) | ((<i32>load<u8>(from, 1) & 0x3f) << 12) | rest) - 0x10000;
      // Neither half of a pair is part of a word.
      const half = 0xd800 | (point >> 10);
      store<u16>(units, <u16>half);
      store<u16>(folded, <u16>half);
      store<i32>(next, i);
      next += <usize>(before << 2);
      before = 0;
      i++;
      units += 2;
      folded += 2;
      unit = 0xdc00 | (point & 0x3ff);
      from += 4;
    }
    const entry = foldEntry(unit);
    const inWord = (entry >>> 16) & 1;
    store<u16>(units, <u16>unit);
    store<u16>(folded, <u16>entry);
    store<i32>(next, i);
    next += <usize>((inWord ^ before) << 2);
    before = inWord;
    all |= entry;
    i++;
    units += 2;
    folded += 2;
  }
  at = from;
  raw = units;
  small = folded;
  edge = next;
  count = i;
  inside = before;
  classes = all;
}

/** The first four units of some UTF-8, if these are ideographs; else 0. They fold to themselves. */
function ideographsIn(bytes: v128): u64 {
  const shape = v128.and(
    bytes,
    i8x16(-16, -64, -64, -16, -64, -64, -16, -64, -64, -16, -64, -64, 0, 0, 0, 0),
  );
  const threes = i8x16(-32, -128, -128, -32, -128, -128, -32, -128, -128, -32, -128, -128, 0, 0, 0, 0);
  if (!i8x16.all_true(i8x16.eq(shape, threes))) return 0;
  const turned = i8x16.swizzle(bytes, i8x16(2, 1, 0, -1, 5, 4, 3, -1, 8, 7, 6, -1, 11, 10, 9, -1));
  const low = v128.and(turned, i32x4.splat(0x3f));
  const middle = v128.and(i32x4.shr_u(turned, 2), i32x4.splat(0xfc0));
  const four = v128.or(v128.or(low, middle), v128.and(i32x4.shr_u(turned, 4), i32x4.splat(0xf000)));
  const place = i32x4.sub(four, i32x4.splat(FIRST_IDEOGRAPH));
  if (!i32x4.all_true(i32x4.lt_u(place, i32x4.splat(IDEOGRAPHS)))) return 0;
  return i64x2.extract_lane(i16x8.narrow_i32x4_u(four, four), 0);
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

/**
 * UTF-8 to UTF-16 units, many bytes at once. What is read is well-formed and begins where a character begins.
 *
 * Where letters of one and two bytes are mixed (Cyrillic with spaces, German), each byte is made the unit that would begin there,
 * and of eight such units those are kept at which one does, moved together by a table of all sets of eight places.
 */
import { TOGETHER } from './memory.ts';
import { FIRST_IDEOGRAPH, IDEOGRAPHS } from './text.ts';

/** Bytes for the units of eight bytes. */
const ENTRY: usize = 16;

let isLaid: bool = false;

/** Whether all bytes are of characters of one or two, but perhaps the second half of the last. */
export function areTwos(bytes: v128): bool {
  return !v128.any_true(i8x16.ge_u(bytes, i8x16.splat(-32)));
}

/**
 * Writes the units that begin in sixteen bytes that areTwos, and something behind them, sixteen bytes at most. Returns how many
 * there are.
 */
export function writeTwos(from: usize, to: usize): i32 {
  if (!isLaid) layTogether();
  const bytes = v128.load(from);
  const following = v128.load(from, 1);
  const isAscii = i8x16.ge_s(bytes, i8x16.splat(0));
  const two = v128.or(i8x16.shl(bytes, 6), v128.and(following, i8x16.splat(0x3f)));
  const low = v128.bitselect(bytes, two, isAscii);
  const high = v128.andnot(i8x16.shr_u(v128.and(bytes, i8x16.splat(0x1f)), 2), isAscii);
  const eight = i8x16.shuffle(low, high, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
  const others = i8x16.shuffle(low, high, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
  const leads = ~i8x16.bitmask(i8x16.lt_s(bytes, i8x16.splat(-64)));
  const first = leads & 0xff;
  const second = (leads >>> 8) & 0xff;
  const count = popcnt(first);
  v128.store(to, i8x16.swizzle(eight, v128.load(TOGETHER + <usize>first * ENTRY)));
  v128.store(to + ((<usize>count) << 1), i8x16.swizzle(others, v128.load(TOGETHER + <usize>second * ENTRY)));
  return count + popcnt(second);
}

/** For each set of eight places the bytes of the units at those places, one behind the other. */
function layTogether(): void {
  for (let places = 0; places < 256; places++) {
    let to = TOGETHER + <usize>places * ENTRY;
    for (let left = places; left !== 0; left &= left - 1) {
      const unit = ctz(left) << 1;
      store<u16>(to, <u16>(unit | ((unit + 1) << 8)));
      to += 2;
    }
  }
  isLaid = true;
}

/** Whether the first twelve bytes are four characters of three. */
export function areThrees(bytes: v128): bool {
  const shape = v128.and(
    bytes,
    i8x16(-16, -64, -64, -16, -64, -64, -16, -64, -64, -16, -64, -64, 0, 0, 0, 0),
  );
  const threes = i8x16(-32, -128, -128, -32, -128, -128, -32, -128, -128, -32, -128, -128, 0, 0, 0, 0);
  return i8x16.all_true(i8x16.eq(shape, threes));
}

/** The units of bytes that areThrees, one to a quarter. */
export function unitsOfThrees(bytes: v128): v128 {
  const turned = i8x16.swizzle(bytes, i8x16(2, 1, 0, -1, 5, 4, 3, -1, 8, 7, 6, -1, 11, 10, 9, -1));
  const low = v128.and(turned, i32x4.splat(0x3f));
  const middle = v128.and(i32x4.shr_u(turned, 2), i32x4.splat(0xfc0));
  return v128.or(v128.or(low, middle), v128.and(i32x4.shr_u(turned, 4), i32x4.splat(0xf000)));
}

/** Which of the four are ideographs, which fold to themselves: a bit for each. */
export function ideographsIn(four: v128): i32 {
  const place = i32x4.sub(four, i32x4.splat(FIRST_IDEOGRAPH));
  return i32x4.bitmask(i32x4.lt_u(place, i32x4.splat(IDEOGRAPHS)));
}

/** Four units as they are stored. */
export function packed(four: v128): u64 {
  return i64x2.extract_lane(i16x8.narrow_i32x4_u(four, four), 0);
}

/** Bytes of the character at `from`. */
export function lengthAt(from: usize): i32 {
  const head = <i32>load<u8>(from);
  return head < 0xc0 ? 1 : head < 0xe0 ? 2 : head < 0xf0 ? 3 : 4;
}

/** Writes the units of the character at `from`, and returns where the next one goes. */
export function writeOne(from: usize, to: usize): usize {
  const head = <i32>load<u8>(from);
  if (head < 0x80) {
    store<u16>(to, <u16>head);
    return to + 2;
  }
  const second = <i32>load<u8>(from, 1) & 0x3f;
  if (head < 0xe0) {
    store<u16>(to, <u16>(((head & 0x1f) << 6) | second));
    return to + 2;
  }
  const third = <i32>load<u8>(from, 2) & 0x3f;
  if (head < 0xf0) {
    store<u16>(to, <u16>(((head & 0x0f) << 12) | (second << 6) | third));
    return to + 2;
  }
  const rest = (third << 6) | (<i32>load<u8>(from, 3) & 0x3f);
  const point = (((head & 0x07) << 18) | (second << 12) | rest) - 0x10000;
  store<u16>(to, <u16>(0xd800 | (point >> 10)));
  store<u16>(to, <u16>(0xdc00 | (point & 0x3ff)), 2);
  return to + 4;
}

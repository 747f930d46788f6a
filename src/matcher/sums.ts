/** The sums of core/linking/checked-bytes.ts, which says what they are for and what they find. */

/** The sums stay below 2^24. */
const BITS_24: i32 = 0xffffff;
export let plain: i32 = 0;
/** Of what `plain` was after each eight. */
export let running: i32 = 0;

/** Adds the half-words between two addresses. */
export function addUp(from: usize, end: usize): void {
  let sum = plain;
  let all = running;
  let at = from;
  for (; at + 16 <= end; at += 16) {
    const first = <i32>load<u16>(at) + <i32>load<u16>(at, 2) + <i32>load<u16>(at, 4);
    const second = <i32>load<u16>(at, 6) + <i32>load<u16>(at, 8) + <i32>load<u16>(at, 10);
    sum = (sum + first + second + <i32>load<u16>(at, 12) + <i32>load<u16>(at, 14)) & BITS_24;
    all = (all + first + sum) & BITS_24;
  }
  for (; at < end; at += 2) {
    sum = (sum + <i32>load<u16>(at)) & BITS_24;
    all = (all + sum) & BITS_24;
  }
  plain = sum;
  running = all;
}

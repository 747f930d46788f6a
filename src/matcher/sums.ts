/** The sums of core/linking/checked-bytes.ts, which says what they are for and what they find. */

/** The sums stay below 2^24. */
const BITS_24: i32 = 0xffffff;
export let plain: i32 = 0;
/** Of what `plain` was after each eight. */
export let running: i32 = 0;

/** Adds the half-words between two addresses. */
export function addUp(from: usize, end: usize): void {
  // Four sums side by side, of two half-words each: they are added up in the end.
  let sums = i32x4.replace_lane(i32x4.splat(0), 0, plain);
  let alls = i32x4.replace_lane(i32x4.splat(0), 0, running);
  const firstThree = i16x8(-1, -1, -1, 0, 0, 0, 0, 0);
  let at = from;
  for (; at + 16 <= end; at += 16) {
    const eight = v128.load(at);
    sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_u(eight));
    alls = i32x4.add(alls, i32x4.extadd_pairwise_i16x8_u(v128.and(eight, firstThree)));
    alls = i32x4.add(alls, sums);
  }
  let sum = added(sums);
  let all = added(alls);
  for (; at < end; at += 2) {
    sum = (sum + <i32>load<u16>(at)) & BITS_24;
    all = (all + sum) & BITS_24;
  }
  plain = sum;
  running = all;
}

function added(four: v128): i32 {
  const two = i32x4.extract_lane(four, 0) + i32x4.extract_lane(four, 1);
  return (two + i32x4.extract_lane(four, 2) + i32x4.extract_lane(four, 3)) & BITS_24;
}

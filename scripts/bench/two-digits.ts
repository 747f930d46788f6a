/** A figure as reports write it: with two digits after the point. */
export function twoDigits(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The value, or the end of its range that it lies beyond; where the ends have crossed, the lower one. */
export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

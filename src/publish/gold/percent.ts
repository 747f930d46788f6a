/** Shares in words. */

/** A share as a percentage with one decimal, cut and not rounded: 99.96 % is not 100 %. */
export function percent(value: number): string {
  // The small addend keeps 0.29 × 1000, which is 290 less a hair, from losing a tenth.
  return `${(Math.floor(value * 1000 + 1e-6) / 10).toFixed(1)} %`;
}

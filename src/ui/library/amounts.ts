/** Numbers as the reader's language writes them. */
import { LOCALE } from '../words.ts';

export function inDigits(n: number): string {
  return new Intl.NumberFormat(LOCALE).format(n);
}

/** A share of one, in whole percent. */
export function inPercent(share: number): string {
  return new Intl.NumberFormat(LOCALE, { style: 'percent' }).format(share);
}

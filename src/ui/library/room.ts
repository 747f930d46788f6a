/** How much room there is, and how long it will last. */
import type { LibraryHealth } from '../../messages/to-library.ts';
import { LOCALE } from '../words.ts';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

/** In the largest unit that leaves a number of one or more, as the reader's language writes it. */
export function bytesInWords(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit++;
  }
  const digits = size < 10 && unit > 0 ? 1 : 0;
  return new Intl.NumberFormat(LOCALE, {
    style: 'unit',
    unit: UNITS[unit] ?? 'byte',
    unitDisplay: unit === 0 ? 'long' : 'short',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(size);
}

export type RoomLeft = 'long' | { readonly years: number } | { readonly months: number };

/** How long it lasts at the pace of the last 90 days; null when nothing can be told, `long` for more than a century. */
export function roomLeft({ used, quota, notes, recent }: LibraryHealth): RoomLeft | null {
  if (used === null || quota === null || notes === 0 || recent === 0) return null;
  const perYear = (used / notes) * recent * (365 / 90);
  const years = (quota - used) / perYear;
  if (years > 100) return 'long';
  return years >= 2 ? { years: Math.round(years) } : { months: Math.max(1, Math.round(years * 12)) };
}

/** How much room there is, and how long it will last. */
import type { LibraryHealth } from '../../messages/to-library.ts';

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

export function bytesInWords(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${size < 10 && unit > 0 ? size.toFixed(1) : Math.round(size)} ${UNITS[unit]}`;
}

/** At the pace of the last 90 days, in words; null when nothing can be told. */
export function yearsLeft({ used, quota, notes, recent }: LibraryHealth): string | null {
  if (used === null || quota === null || notes === 0 || recent === 0) return null;
  const perYear = (used / notes) * recent * (365 / 90);
  const years = (quota - used) / perYear;
  if (years > 100) return 'more than a hundred years';
  return years >= 2
    ? `some ${Math.round(years)} years`
    : `some ${Math.max(1, Math.round(years * 12))} months`;
}

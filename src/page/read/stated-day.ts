/** The calendar day in a date as pages write it. */
import { isPartialDate } from '../../core/dataset/dates.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** Web pages are younger; epoch zero and year one are what empty database fields look like. */
const FIRST_DAY = '1985-01-01';

/**
 * The day as `YYYY-MM-DD`, or null when none is stated.
 *
 * The day is taken as written, whatever the zone: “2019-06-18T23:30-04:00” was the 18th for the newsroom that wrote it, and
 * shifting it would make it the 19th or the 18th depending on who reads. Days written with slashes are refused unless the
 * year stands first: 4/5/2020 is two different days.
 */
export function statedDay(value: unknown): string | null {
  const day =
    typeof value === 'number' ? fromEpoch(value) : typeof value === 'string' ? fromText(value) : null;
  return day !== null && isPartialDate(day) && day > FIRST_DAY ? day : null;
}

function fromText(value: string): string | null {
  const text = value.trim().slice(0, 80);
  return (
    matchDay(text, /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/, [1, 2, 3]) ??
    matchDay(text, /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/, [1, 2, 3]) ??
    matchDay(text, /^(\d{4})(\d{2})(\d{2})(?:T?\d{4}(?:\d{2})?Z?)?$/, [1, 2, 3]) ??
    matchDay(text, /(?:^|[\s,])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/, [3, 2, 1]) ??
    matchDay(text, /(?:^|[\s,])(\d{1,2})[\s-]([A-Za-z]{3})[a-z]*\.?,?[\s-](\d{4})(?!\d)/, [3, 2, 1]) ??
    matchDay(
      text,
      /(?:^|[\s,])([A-Za-z]{3})[a-z]*\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?!\d)/,
      [3, 1, 2],
    ) ??
    (/^\d{10}(?:\d{3})?$/.test(text) ? fromEpoch(Number(text)) : null)
  );
}

function matchDay(
  text: string,
  pattern: RegExp,
  [y, m, d]: readonly [number, number, number],
): string | null {
  const match = pattern.exec(text);
  const month = match?.[m] ?? '';
  const number = /\d/.test(month) ? Number(month) : MONTHS.indexOf(month.toLowerCase()) + 1;
  return match && number > 0 ? dayOf(match[y], number, match[d]) : null;
}

function dayOf(year: string | undefined, month: number, day: string | undefined): string {
  return `${year}-${String(month).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
}

/** Seconds or milliseconds since 1970. They carry no zone: the day is that of UTC. */
function fromEpoch(value: number): string | null {
  const milliseconds = value > 1e11 ? value : value * 1000;
  return milliseconds > 0 && milliseconds < 1e13 ? new Date(milliseconds).toISOString().slice(0, 10) : null;
}

/** The calendar day in a date as pages write it. */
import { isPartialDate } from '../../core/dataset/dates.ts';
import { monthNamed } from './month-names.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** Whole names and their abbreviations alone: “Decree 12, 2019” and Finnish “marraskuu” begin like months. */
const MONTH =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const DAY_MONTH_YEAR = new RegExp(`(?:^|[\\s,])(\\d{1,2})[\\s-]${MONTH}\\.?,?[\\s-](\\d{4})(?!\\d)`, 'i');
const MONTH_DAY_YEAR = new RegExp(
  `(?:^|[\\s,])${MONTH}\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s(\\d{4})(?!\\d)`,
  'i',
);
/** Web pages are younger; epoch zero and year one are what empty database fields look like. */
const FIRST_DAY = '1985-01-01';

/**
 * The day as `YYYY-MM-DD`, or null when none is stated.
 *
 * The day is taken as written, whatever the zone: “2019-06-18T23:30-04:00” was the 18th for the newsroom that wrote it, and
 * shifting it would make it the 19th or the 18th depending on who reads. Days written with slashes are refused unless the
 * year stands first: 4/5/2020 is two different days. Months are read in English and in `language` (BCP 47).
 */
export function statedDay(value: unknown, language: string | null = null): string | null {
  const day =
    typeof value === 'number'
      ? fromEpoch(value)
      : typeof value === 'string'
        ? (fromWords(value, language) ?? fromText(value))
        : null;
  return day !== null && isPartialDate(day) && day > FIRST_DAY ? day : null;
}

function fromText(value: string): string | null {
  const text = value.trim().slice(0, 80);
  return (
    matchDay(text, /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/, [1, 2, 3]) ??
    matchDay(text, /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/, [1, 2, 3]) ??
    matchDay(text, /^(\d{4})(\d{2})(\d{2})(?:T?\d{4}(?:\d{2})?Z?)?$/, [1, 2, 3]) ??
    matchDay(text, /(?:^|[\s,])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/, [3, 2, 1]) ??
    matchDay(text, DAY_MONTH_YEAR, [3, 2, 1]) ??
    matchDay(text, MONTH_DAY_YEAR, [3, 1, 2]) ??
    // As C and Java write it: “Fri Mar 13 21:30:09 EST 2015”.
    matchDay(
      text,
      /^[A-Za-z]{3} ([A-Za-z]{3}) (\d{1,2}) [\d:]{5,8} (?:[A-Z]{2,5} |[+-]\d{4} )?(\d{4})$/,
      [3, 1, 2],
    ) ??
    (/^\d{10}(?:\d{3})?$/.test(text) ? fromEpoch(Number(text)) : null)
  );
}

/** “18. Juni 2019”, “18 de junio de 2019”, “18 июня 2019 г.” */
function fromWords(value: string, language: string | null): string | null {
  if (language === null) return null;
  const match =
    /(?<![\p{L}\p{N}])(\d{1,2})(?:\.|er|º)?\s(?:de\s)?(\p{L}{3,12})\.?,?\s(?:de\s|del\s)?(\d{4})(?!\d)/u.exec(
      value.trim().slice(0, 80),
    );
  const month = match && monthNamed(match[2] ?? '', language);
  return match && month !== null ? dayOf(match[3], month, match[1]) : null;
}

function matchDay(
  text: string,
  pattern: RegExp,
  [y, m, d]: readonly [number, number, number],
): string | null {
  const match = pattern.exec(text);
  const month = match?.[m] ?? '';
  const number = /\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
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

/** Dates as readers write them: 18 June 2019, March 2018, 2019. */
import type { EventDate } from '../core/dataset/dates.ts';
import { LOCALE, TEXT } from './strings.ts';

/** Says a partial date or a span of them. What is no date comes back as it is: an odd record must not empty the card. */
export function inWords(date: EventDate, locale: string = LOCALE): string {
  if (typeof date === 'string') return dayInWords(date, locale);
  const from = date.from === undefined ? '' : dayInWords(date.from, locale);
  const to = date.to === undefined ? '' : dayInWords(date.to, locale);
  if (from && to) return TEXT.between(from, to);
  return from ? TEXT.since(from) : to ? TEXT.until(to) : '';
}

function dayInWords(date: string, locale: string): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  // Noon, UTC: no time zone moves it to another day.
  const moment = new Date(`${year}-${month}-${day ?? '01'}T12:00:00Z`);
  if (Number.isNaN(moment.getTime())) return date;
  return formatOf(locale, day !== undefined).format(moment);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats are kept: making one costs more than the rest of a card's line, and a long card says a hundred dates. */
function formatOf(locale: string, withDay: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${withDay}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'long',
      ...(withDay ? { day: 'numeric' } : {}),
    });
    formats.set(key, format);
  }
  return format;
}

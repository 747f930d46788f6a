/** Dates as readers write them: 18 June 2019, March 2018, 2019. */
import type { EventDate } from '../core/dataset/dates.ts';

export function inWords(date: EventDate, language = 'en-GB'): string {
  if (typeof date !== 'string') {
    const from = date.from === undefined ? '' : inWords(date.from, language);
    const to = date.to === undefined ? '' : inWords(date.to, language);
    return from && to ? `${from} to ${to}` : from ? `since ${from}` : `until ${to}`;
  }
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  // Noon, UTC: no time zone moves it to another day.
  const moment = new Date(`${year}-${month}-${day ?? '01'}T12:00:00Z`);
  const format = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(day ? { day: 'numeric' } : {}),
  });
  return format.format(moment);
}

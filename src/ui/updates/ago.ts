/** How long ago something was, in words. */
import { LOCALE } from '../strings.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "4 days ago", "in 2 hours"; less than a minute is "now". */
export function ago(time: number, now: number, locale: string = LOCALE): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const distance = time - now;
  const size = Math.abs(distance);
  if (size < MINUTE) return format.format(0, 'second');
  if (size < HOUR) return format.format(Math.trunc(distance / MINUTE), 'minute');
  if (size < 2 * DAY) return format.format(Math.trunc(distance / HOUR), 'hour');
  if (size < 60 * DAY) return format.format(Math.trunc(distance / DAY), 'day');
  return format.format(Math.trunc(distance / (30.44 * DAY)), 'month');
}

/** How old a day is: "today", "4 days ago". */
export function daysAgo(day: string, now: number, locale: string = LOCALE): string {
  const start = Date.parse(`${day}T00:00:00Z`);
  const days = Math.max(0, Math.floor((now - start) / DAY));
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return days < 60 ? format.format(-days, 'day') : format.format(-Math.floor(days / 30.44), 'month');
}

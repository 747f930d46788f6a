/**
 * Partial dates: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, the way sources print them.
 *
 * A partial date stands for a span of days. Comparing two of them therefore has three answers, not two: before, after,
 * or "cannot be told", and the reader is owed the third one (see grouping.ts).
 */

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDate = string;

/** Something that happened over a time: either end may be open. */
export interface DateRange {
  readonly from?: PartialDate | undefined;
  readonly to?: PartialDate | undefined;
}

export type EventDate = PartialDate | DateRange;

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** True for a well-formed partial date that exists in the calendar (2023-02-29 does not). */
export function isPartialDate(value: string): boolean {
  const match = SHAPE.exec(value);
  if (!match) return false;
  const [, year, month, day] = match;
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return false;
  if (day !== undefined && (Number(day) < 1 || Number(day) > daysInMonth(Number(year), Number(month))))
    return false;
  return Number(year) >= 1800 && Number(year) <= 2200;
}

/** First day the partial date may stand for, as `YYYY-MM-DD` (string order is date order). */
export function firstDay(date: PartialDate): string {
  const [year, month, day] = date.split('-');
  return `${year}-${month ?? '01'}-${day ?? '01'}`;
}

/** Last day the partial date may stand for, as `YYYY-MM-DD`. */
export function lastDay(date: PartialDate): string {
  const [year, month, day] = date.split('-');
  const m = month ?? '12';
  return `${year}-${m}-${day ?? String(daysInMonth(Number(year), Number(m))).padStart(2, '0')}`;
}

/** First day of an event, or null when its beginning is open. */
export function eventStart(event: EventDate): string | null {
  if (typeof event === 'string') return firstDay(event);
  return event.from === undefined ? null : firstDay(event.from);
}

/** Of several partial dates the one whose last possible day comes first; null for none. */
export function earliest(dates: readonly PartialDate[]): PartialDate | null {
  let best: PartialDate | null = null;
  for (const date of dates) {
    if (best === null || lastDay(date) < lastDay(best)) best = date;
  }
  return best;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

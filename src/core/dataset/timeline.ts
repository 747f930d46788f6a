/**
 * The picture of when a card's statements came on record, as numbers between 0 (its beginning) and 1 (its end). What is
 * placed is the day on which a dated source said it; what has none is placed by its event, on a line of its own.
 */
import { firstDay, lastDay, type PartialDate } from './dates.ts';
import { type Group, type GroupedStatements, shownDate, withReplies } from './grouping.ts';

export interface Timeline {
  readonly from: number;
  readonly to: number;
  /** Where the article stands. */
  readonly article: number;
  readonly points: readonly TimelinePoint[];
}

export interface TimelinePoint {
  readonly group: Group;
  /** Where it stands, 0 to 1. */
  readonly at: number;
  /** How many stand at the same place under it. */
  readonly level: number;
  readonly year: number;
}

/** Places that are told apart. */
const STEPS = 48;
const DAY = 86_400_000;

/** The timeline of an article of `articleDate`, replies included; null when there are fewer than two dates to show. */
export function timelineOf(groups: GroupedStatements, articleDate: PartialDate): Timeline | null {
  const dated = [...groups.knownThen, ...groups.knownSince, ...groups.unclear]
    .flatMap(withReplies)
    .flatMap(({ statement, group }) => {
      const date = group === 'unclear' ? shownDate(statement) : (statement.known ?? shownDate(statement));
      return date === null ? [] : [{ group, day: dayOf(date) }];
    });
  if (dated.length < 2) return null;
  const article = dayOf(articleDate);
  const days = [...dated.map(({ day }) => day), article];
  const from = new Date(Math.min(...days)).getUTCFullYear();
  const to = new Date(Math.max(...days)).getUTCFullYear() + 1;
  const begin = Date.UTC(from, 0, 1);
  const length = Date.UTC(to, 0, 1) - begin;
  const levels = new Map<string, number>();
  const points = dated
    .sort((a, b) => a.day - b.day)
    .map(({ group, day }): TimelinePoint => {
      const step = Math.round(((day - begin) / length) * STEPS);
      const row = `${group === 'unclear'} ${step}`;
      const level = levels.get(row) ?? 0;
      levels.set(row, level + 1);
      return { group, at: step / STEPS, level, year: new Date(day).getUTCFullYear() };
    });
  return { from, to, article: (article - begin) / length, points };
}

/** The middle of what a partial date may stand for. */
function dayOf(date: PartialDate): number {
  return (Date.parse(firstDay(date)) + Date.parse(lastDay(date)) + DAY) / 2;
}

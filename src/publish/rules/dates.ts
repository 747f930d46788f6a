/** Dates: nothing is reported before it happened, nothing was read before it was published, nothing lies in the future. */
import { eventStart, lastDay } from '../../core/dataset/dates.ts';
import type { LoadedDataset } from '../load.ts';
import type { Problem } from '../problem.ts';
import { resolveSource } from '../references.ts';
import { at, atSetting, type EntityFile } from './common.ts';

/** What may speak of days to come. */
const FORWARD_ACTS = ['plans', 'announces', 'promises', 'adopts', 'orders', 'signs'];

/**
 * A page cannot report what happened after it was published (plans and predictions are worded as such and undated). Not one
 * source may be older: what is known when is computed from the oldest. A day is allowed for the time of day on the other
 * side of the world.
 */
export function datesAfterSources(file: EntityFile): Problem[] {
  return file.record.statements.flatMap((statement, i) => {
    const start = statement.event === undefined ? null : eventStart(statement.event);
    if (start === null || ['plans', 'announces', 'promises'].includes(statement.act)) return [];
    const early = statement.sources.flatMap((reference, j) => {
      const resolved = resolveSource(reference, file.record.sources);
      if (typeof resolved === 'string') return [];
      const { key, source } = resolved;
      const { published } = source;
      return published !== null && dayAfter(lastDay(published)) < start ? [{ j, key, published }] : [];
    });
    return early.map(({ j, key, published }) =>
      at(
        file,
        ['statements', i, 'sources', j],
        'date',
        `${key} is of ${published}, and the event (${start}) is later`,
        'mend the date, or take the source off the statement: what it was published about was a plan',
      ),
    );
  });
}

/**
 * A version whose day is still to come on the calendar of whoever releases it (`today`): no reader could be brought back from
 * it before that day. A day is allowed, as above.
 */
export function futureVersion(dataset: LoadedDataset, day: string, today: string): Problem[] {
  if (day <= dayAfter(today)) return [];
  return [
    atSetting(
      dataset,
      ['version'],
      'date',
      `the version is of ${day}, and today is ${today}: readers take no release below it until that day`,
      'write the day of the release (or set this computer’s clock)',
    ),
  ];
}

/** The day after, YYYY-MM-DD. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Sources published before they were read, and neither after `today` (the day of the version, YYYY-MM-DD). */
export function sourceDates(file: EntityFile, today: string): Problem[] {
  return Object.entries(file.record.sources).flatMap(([key, source]) => {
    const problems: Problem[] = [];
    const path = ['sources', key];
    if (source.read > today)
      problems.push(
        at(
          file,
          [...path, 'read'],
          'date',
          `${key} was read on ${source.read}, after this version was made (${today})`,
          'mend the date, or raise version: in dataset.yaml',
        ),
      );
    if (source.published !== null && source.published > lastDay(source.read))
      problems.push(
        at(
          file,
          [...path, 'published'],
          'date',
          `${key} was published (${source.published}) after it was read (${source.read})`,
          'mend one of the dates',
        ),
      );
    return problems;
  });
}

/** Events after `today` belong to plans and to laws that are to apply. */
export function futureEvents(file: EntityFile, today: string): Problem[] {
  return file.record.statements.flatMap((statement, i) => {
    const start = statement.event === undefined ? null : eventStart(statement.event);
    if (start === null || start <= today || FORWARD_ACTS.includes(statement.act)) return [];
    return [
      at(
        file,
        ['statements', i, 'event'],
        'date',
        `the event (${start}) lies in the future`,
        'mend the date, or say who plans or announces it',
      ),
    ];
  });
}

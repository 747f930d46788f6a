/** Dates: nothing is reported before it happened, nothing was read before it was published, nothing lies in the future. */
import { eventStart, lastDay } from '../../core/dataset/dates.ts';
import type { Problem } from '../problem.ts';
import { at, type EntityFile, sourcesOf } from './common.ts';

/** What may speak of days to come. */
const FORWARD_ACTS = ['plans', 'announces', 'promises', 'adopts', 'orders', 'signs'];

/** A page cannot report what happened after it was published (plans and predictions are worded as such and undated). */
export function datesAfterSources(file: EntityFile): Problem[] {
  return file.record.statements.flatMap((statement, i) => {
    const start = statement.event === undefined ? null : eventStart(statement.event);
    if (start === null || ['plans', 'announces', 'promises'].includes(statement.act)) return [];
    const dated = sourcesOf(file, statement).map((s) => s.published);
    const late = dated.every((published) => published !== null && lastDay(published) < start);
    return dated.length > 0 && late
      ? [
          at(
            file,
            ['statements', i, 'event'],
            'date',
            `the event (${start}) is later than every source of it`,
            'mend the date, or cite a source published after the event',
          ),
        ]
      : [];
  });
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

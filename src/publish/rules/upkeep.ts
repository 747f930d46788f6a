/** Upkeep: records that nobody has looked at for longer than their kind allows. */
import type { Problem } from '../problem.ts';
import { type EntityFile, warn } from './common.ts';

/** Days between two reviews. What changes hands or is listed changes faster than what is on record. */
function reviewDays({ record }: EntityFile): number {
  if (record.kind === 'sanction') return 30;
  if (record.kind === 'law' || record.kind === 'ruling' || record.kind === 'instrument') return 90;
  const owned = record.relations.some(({ type }) => type === 'owned-by' || type === 'acquired-by');
  return owned ? 180 : 365;
}

/** Days by which the review is overdue on `today`; 0 or less while it is not. */
export function overdueDays(file: EntityFile, today: string): number {
  const age = (Date.parse(today) - Date.parse(file.record.reviewed)) / 86_400_000;
  return Math.floor(age) - reviewDays(file);
}

export function overdueReviews(file: EntityFile, today: string): Problem[] {
  const days = overdueDays(file, today);
  return days > 0
    ? [
        warn(
          file,
          ['reviewed'],
          'review',
          `last reviewed on ${file.record.reviewed}, ${days} days overdue`,
          'read its sources again, mend what changed, set reviewed:',
        ),
      ]
    : [];
}

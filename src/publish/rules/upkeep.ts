/** Upkeep: records that nobody has looked at for longer than their kind allows. */
import { overdueDays } from '../../core/dataset/review.ts';
import type { Problem } from '../problem.ts';
import { type EntityFile, warn } from './common.ts';

export function overdueReviews(file: EntityFile, today: string): Problem[] {
  const days = overdueDays(file.record, today);
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

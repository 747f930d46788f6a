/** When a record is to be looked at again: one rule for the checker, the maintainers' report, and the card that says it. */
import type { Kind, RelationType } from './vocabulary.ts';

/** What the rule needs of a record, or of a card. */
export interface Reviewed {
  readonly kind: Kind;
  /** The day of the last review: YYYY-MM-DD. */
  readonly reviewed: string;
  /** A card has those of others as well, read backwards; they are reviewed with the others. */
  readonly relations: readonly { readonly type: RelationType; readonly inverse?: boolean }[];
}

/** Days between two reviews. What changes hands or is listed changes faster than what is on record. */
function reviewDays({ kind, relations }: Reviewed): number {
  if (kind === 'sanction') return 30;
  if (kind === 'law' || kind === 'ruling' || kind === 'instrument') return 90;
  const owned = relations.some(
    ({ type, inverse }) => !inverse && (type === 'owned-by' || type === 'acquired-by'),
  );
  return owned ? 180 : 365;
}

/** Days by which the review is overdue on `today` (YYYY-MM-DD); 0 or less while it is not. NaN when `reviewed` is no date. */
export function overdueDays(record: Reviewed, today: string): number {
  const age = (Date.parse(today) - Date.parse(record.reviewed)) / 86_400_000;
  return Math.floor(age) - reviewDays(record);
}

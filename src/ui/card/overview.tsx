/** How much the card holds of each group, and the way there: what came out since the article lies below the fold. */
import type { GroupedStatements, PlacedStatement } from '../../core/dataset/grouping.ts';
import { TEXT } from '../strings.ts';
import { jumpToGroup } from './jump.ts';

/** Below this the card is seen whole, and a table of contents would only be in the way. */
const WORTHWHILE = 4;

export function Overview({ groups }: { readonly groups: GroupedStatements }) {
  const { knownThen, knownSince, unclear } = groups;
  const entries = (
    [
      ['then', TEXT.countThen, count(knownThen)],
      ['since', TEXT.countSince, count(knownSince)],
      ['unclear', TEXT.countUnclear, count(unclear)],
    ] as const
  ).filter(([, , n]) => n > 0);
  if (entries.length < 2 || entries.reduce((sum, [, , n]) => sum + n, 0) < WORTHWHILE) return null;
  return (
    <nav class="overview" aria-label={TEXT.overview}>
      {entries.map(([group, label, n]) => (
        <button
          type="button"
          key={group}
          class={group}
          onClick={(event) => jumpToGroup(event.currentTarget, group)}
        >
          {label(n)}
        </button>
      ))}
    </nav>
  );
}

function count(placed: readonly PlacedStatement[]): number {
  return placed.reduce((sum, { replies }) => sum + 1 + count(replies), 0);
}

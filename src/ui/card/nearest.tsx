/** What is on record about the very thing the sentence speaks of, before everything else; and why it comes first. */
import { groupOf, type PlacedStatement, placeStatement, withReplies } from '../../core/dataset/grouping.ts';
import type { NearStatement } from '../../core/dataset/ranking.ts';
import { TEXT } from '../strings.ts';
import { Statement, type StatementLinks } from './statement.tsx';

/** Words of the note that says why. */
const WORDS_SHOWN = 5;

export interface NearestProps extends StatementLinks {
  readonly near: readonly NearStatement[];
  /** The card's own statements with their replies: who is accused is heard in the same place. */
  readonly placed: ReadonlyMap<string, PlacedStatement>;
}

export function Nearest({ near, placed, ...links }: NearestProps) {
  if (near.length === 0) return null;
  const { page, go } = links;
  const shown = near.map(({ statement }) => placed.get(statement.id) ?? placeStatement(statement, page));
  const below = new Set(shown.flatMap(({ replies }) => replies.flatMap(withReplies)));
  return (
    <section class="nearest" data-section="nearest">
      <h2 tabIndex={-1}>{TEXT.nearest}</h2>
      <ol class="statements">
        {near.map(({ statement, from, shared, entities }, i) => {
          const own = shown[i];
          // A reply to a statement that is near as well stands under it already.
          if (!own || below.has(own)) return null;
          return (
            <Statement key={statement.id} placed={own} {...links}>
              <p class="because">
                {page.date !== null && <span>{TEXT.nearGroup(groupOf(statement, page.date))} · </span>}
                {from && (
                  <>
                    <button
                      type="button"
                      class="link"
                      data-to={from.id}
                      onClick={() => go(from.id, from.name)}
                    >
                      {TEXT.fromCard(from.name)}
                    </button>
                    {' · '}
                  </>
                )}
                {TEXT.nearestNote([...entities, ...shared].slice(0, WORDS_SHOWN).join(', '))}
              </p>
            </Statement>
          );
        })}
      </ol>
    </section>
  );
}

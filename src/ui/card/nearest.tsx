/** What is on record about the very thing the sentence speaks of, before everything else; and why it comes first. */
import { groupOf, placeStatement } from '../../core/dataset/grouping.ts';
import type { NearStatement } from '../../core/dataset/ranking.ts';
import { TEXT } from '../strings.ts';
import { Statement, type StatementLinks } from './statement.tsx';

/** Words of the note that says why. */
const WORDS_SHOWN = 5;

export function Nearest({ near, ...links }: StatementLinks & { readonly near: readonly NearStatement[] }) {
  if (near.length === 0) return null;
  const { page, go } = links;
  return (
    <section class="nearest" data-section="nearest">
      <h2 tabIndex={-1}>{TEXT.nearest}</h2>
      <ol class="statements">
        {near.map(({ statement, from, shared, entities }) => (
          <Statement key={statement.id} placed={placeStatement(statement, page)} {...links}>
            <p class="because">
              {page.date !== null && <span>{TEXT.nearGroup(groupOf(statement, page.date))} · </span>}
              {from && (
                <>
                  <button type="button" class="link" data-to={from.id} onClick={() => go(from.id, from.name)}>
                    {TEXT.fromCard(from.name)}
                  </button>
                  {' · '}
                </>
              )}
              {TEXT.nearestNote([...entities, ...shared].slice(0, WORDS_SHOWN).join(', '))}
            </p>
          </Statement>
        ))}
      </ol>
    </section>
  );
}

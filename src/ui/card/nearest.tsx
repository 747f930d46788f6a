/**
 * What is on record about the very thing the sentence speaks of, before everything else; and why it comes first. Each with
 * what answers it, also what came later, and whichever card it is from.
 */
import type { CardStatement } from '../../core/dataset/card.ts';
import { groupOf, type PlacedStatement, placeWithReplies } from '../../core/dataset/grouping.ts';
import type { NearStatement } from '../../core/dataset/ranking.ts';
import { TEXT } from '../strings.ts';
import { type CrossReferences, crossReferences } from './cross-references.ts';
import { jumpToStatement } from './jump.ts';
import { Statement, type StatementLinks } from './statement.tsx';
import { Way } from './way.tsx';

/** Words of the note that says why. */
const WORDS_SHOWN = 5;

export interface Near extends NearStatement {
  /** Itself, what answers it, and what these answer. */
  readonly thread: readonly CardStatement[];
}

type Links = Omit<StatementLinks, 'references'>;

export function Nearest({ near, ...links }: Links & { readonly near: readonly Near[] }) {
  if (near.length === 0) return null;
  return (
    <section class="nearest" data-section="nearest">
      <h2 tabIndex={-1}>{TEXT.nearest}</h2>
      <ol class="statements">
        {placeAll(near, links.page).map(({ one, placed }) => (
          <Statement
            key={one.statement.id}
            placed={placed}
            {...links}
            references={referencesOf(one, placed, links.go)}
          >
            <Because one={one} {...links} />
          </Statement>
        ))}
      </ol>
    </section>
  );
}

interface Shown {
  readonly one: Near;
  readonly placed: PlacedStatement;
}

/** Each of them once: under one that it answers, or by itself. */
function placeAll(near: readonly Near[], page: Links['page']): Shown[] {
  const whole = near.map(({ statement, thread }) => placeWithReplies(statement, thread, page));
  const top = new Set(near.filter((_, i) => !standsBelow(whole, i)));
  for (;;) {
    const shown = placeTop(
      near.filter((one) => top.has(one)),
      page,
    );
    // What it answers may itself stand under one from another card, and that card does not have it.
    const lost = near.find(({ statement }) => !shown.some(({ placed }) => holds(placed, statement.id)));
    if (!lost) return shown;
    top.add(lost);
  }
}

/** Who answers two of them is heard once, under the first; the other one says so. */
function placeTop(top: readonly Near[], page: Links['page']): Shown[] {
  const heard = new Set(top.map(({ statement }) => statement.id));
  return top.map((one) => ({ one, placed: placeWithReplies(one.statement, one.thread, page, heard) }));
}

function Because({ one, page, go }: Pick<Links, 'page' | 'go'> & { readonly one: Near }) {
  const { statement, from, shared, entities } = one;
  return (
    <p class="because">
      {page.date !== null && <span>{TEXT.nearGroup(groupOf(statement, page.date))} · </span>}
      {from && (
        <>
          <Way id={from.id} name={from.name} go={go}>
            {TEXT.fromCard(from.name)}
          </Way>
          {' · '}
        </>
      )}
      {TEXT.nearestNote([...entities, ...shared].slice(0, WORDS_SHOWN).join(', '))}
    </p>
  );
}

/** What it answers stands further down on this card, or on the card that it is from. */
function referencesOf({ thread, from }: Near, placed: PlacedStatement, go: Links['go']): CrossReferences {
  const jump = from ? () => go(from.id, from.name) : jumpToStatement;
  return crossReferences(thread, [placed], jump);
}

/** True for a reply to one that is near as well: it stands under that. Of two that answer each other the nearer is on top. */
function standsBelow(shown: readonly PlacedStatement[], index: number): boolean {
  const isUnder = (i: number, j: number) => {
    const [reply, claim] = [shown[i]?.statement.id, shown[j]];
    return reply !== undefined && claim?.replies.some((item) => holds(item, reply)) === true;
  };
  return shown.some((_, j) => j !== index && isUnder(index, j) && (j < index || !isUnder(j, index)));
}

function holds({ statement, replies }: PlacedStatement, id: string): boolean {
  return statement.id === id || replies.some((reply) => holds(reply, id));
}

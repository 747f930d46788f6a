/** What has come out since the article about anything that it names: statements by the day they became known, laws by their states. */
import type { Card, CardLawState } from '../../core/dataset/card.ts';
import { firstDay, lastDay } from '../../core/dataset/dates.ts';
import { groupStatements, type PlacedStatement } from '../../core/dataset/grouping.ts';
import type { PageFacts } from '../../core/dataset/same-page.ts';

export type Change = {
  readonly key: string;
  /** First day it can be of, for the order. */
  readonly day: string;
  /** Names of the page's entities that it is about. */
  readonly about: readonly string[];
} & ({ readonly placed: PlacedStatement } | { readonly state: CardLawState });

/**
 * Newest first; a statement about several of the page's entities comes once, and states that are still to come do not. None
 * when the page has no date.
 */
export function changesSince(cards: readonly Card[], page: PageFacts, today: string): Change[] {
  if (page.date === null) return [];
  const end = lastDay(page.date);
  const names = new Map(cards.map(({ id, name }) => [id, name]));
  const statements = cards.flatMap((card) => groupStatements(card, page).knownSince);
  const once = new Map(statements.map((placed) => [placed.statement.id, placed]));
  const changes: Change[] = [
    ...[...once.values()].map((placed) => ({
      key: placed.statement.id,
      day: firstDay(placed.statement.known ?? '0000'),
      about: placed.statement.about.flatMap((id) => names.get(id) ?? []),
      placed,
    })),
    ...cards.flatMap(({ id, name, states }) =>
      states
        .filter(({ date }) => firstDay(date) > end && firstDay(date) <= today)
        .map((state) => ({
          key: `${id} ${state.state} ${state.date} ${state.jurisdiction} ${state.part} ${state.note}`,
          day: firstDay(state.date),
          about: [name],
          state,
        })),
    ),
  ];
  return changes.sort((a, b) => (a.day > b.day ? -1 : a.day < b.day ? 1 : a.key < b.key ? -1 : 1));
}

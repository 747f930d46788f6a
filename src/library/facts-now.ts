/** The dataset as the notes' statements need it: what each says now, what was withdrawn. */
import type { Annotation, FactContent } from '../core/annotation/annotation.ts';
import {
  type FactsNow,
  factContent,
  factState,
  type Withdrawal,
  withdrawalFinder,
} from '../core/annotation/facts.ts';
import { liveId, type Redirects } from '../core/annotation/live-id.ts';
import type { Card } from '../core/dataset/card.ts';
import { innerId } from '../core/dataset/namespace.ts';
import type { NoteFactStates } from '../messages/to-library.ts';

export interface FactsHost {
  cards(ids: readonly string[]): Promise<readonly Card[]>;
  withdrawals(): Promise<readonly Withdrawal[]>;
  redirects(): Promise<Redirects>;
  /** Ids of the added datasets that are switched on. */
  datasets(): Promise<ReadonlySet<string>>;
}

/** Looks up what these notes cite. */
export async function factsNow(host: FactsHost, notes: readonly Annotation[]): Promise<FactsNow> {
  const redirects = await host.redirects();
  const here = await host.datasets();
  // A statement is found on the card of any entity it is about; which those are may have changed, so its own entity as well.
  const about = new Set(
    notes.flatMap(({ facts }) =>
      facts.flatMap((fact) => [...fact.about, liveId(fact.id, redirects).split('/', 1)[0] ?? fact.id]),
    ),
  );
  const ids = [...about];
  const statements = new Map<string, FactContent>();
  for (let i = 0; i < ids.length; i += 50) {
    for (const card of await host.cards(ids.slice(i, i + 50)))
      for (const statement of card.statements) statements.set(statement.id, factContent(statement));
  }
  const withdrawal = withdrawalFinder(await host.withdrawals(), redirects);
  return {
    statement(cited) {
      const { dataset } = innerId(cited);
      if (dataset !== null && !here.has(dataset)) return 'away';
      const id = [cited, liveId(cited, redirects)].find((key) => statements.has(key));
      const content = id === undefined ? undefined : statements.get(id);
      return id === undefined || content === undefined ? null : { id, content };
    },
    withdrawal,
  };
}

/** Statements that are not as the notes cite them, by note. */
export function movedFacts(notes: readonly Annotation[], now: FactsNow): NoteFactStates[] {
  return notes.flatMap((note) => {
    const facts = note.facts.flatMap((fact) => {
      const state = factState(fact, now);
      return state.state === 'same' ? [] : [{ id: fact.id, state }];
    });
    return facts.length > 0 ? [{ note: note.id, facts }] : [];
  });
}

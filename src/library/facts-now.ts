/** The dataset as the notes' statements need it: what each says now, what was withdrawn. */
import type { Annotation, FactContent } from '../core/annotation/annotation.ts';
import {
  type FactsNow,
  factContent,
  factState,
  type Withdrawal,
  withdrawalFinder,
} from '../core/annotation/facts.ts';
import type { Card } from '../core/dataset/card.ts';
import type { NoteFactStates } from '../messages/to-library.ts';

export interface FactsHost {
  cards(ids: readonly string[]): Promise<readonly Card[]>;
  withdrawals(): Promise<readonly Withdrawal[]>;
}

/** Looks up what these notes cite. */
export async function factsNow(host: FactsHost, notes: readonly Annotation[]): Promise<FactsNow> {
  const about = [...new Set(notes.flatMap((note) => note.facts.flatMap((fact) => fact.about)))];
  const statements = new Map<string, FactContent>();
  for (let i = 0; i < about.length; i += 50) {
    for (const card of await host.cards(about.slice(i, i + 50)))
      for (const statement of card.statements) statements.set(statement.id, factContent(statement));
  }
  const withdrawal = withdrawalFinder(await host.withdrawals());
  return {
    statement: (id) => statements.get(id) ?? null,
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

/** Facts that move: a note keeps the version it cites, and is told when the dataset says something else. */
import type { CardStatement } from '../dataset/card.ts';
import type { Annotation, FactContent, PinnedFact, Removal } from './annotation.ts';
import { contentHash } from './content-hash.ts';

/** What is kept of a statement. */
export function factContent(statement: CardStatement): FactContent {
  const { text, event, asOf, speaker, act, basis, standing, amount, known, sources } = statement;
  return {
    text,
    speaker,
    act,
    basis,
    standing,
    known,
    sources,
    ...(event === undefined ? {} : { event }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(amount === undefined ? {} : { amount }),
  };
}

/** The version of a statement: changes with anything that it says or rests on. */
export function factVersion(content: FactContent): string {
  return contentHash(content);
}

export function pinFact(statement: CardStatement, dataset: string, now: string): PinnedFact {
  const content = factContent(statement);
  return {
    id: statement.id,
    about: statement.about,
    version: factVersion(content),
    dataset,
    pinned: now,
    checked: null,
    statement: content,
    removed: null,
  };
}

/** A statement that left the dataset, and why. `removed`: for legal or safety reasons, its text goes everywhere. */
export interface Withdrawal {
  readonly id: string;
  readonly on: string;
  readonly kind: 'superseded' | 'removed';
  readonly reason: string;
}

/** Looks a statement's withdrawal up: its own, or that of the entity it is told under. */
export function withdrawalFinder(all: readonly Withdrawal[]): (id: string) => Withdrawal | null {
  const byId = new Map(all.map((item) => [item.id, item]));
  return (id) => byId.get(id) ?? byId.get(id.split('/')[0] ?? '') ?? null;
}

/** What has become of a pinned statement. */
export type FactState =
  | { readonly state: 'same' }
  /** It says something else now, or rests on other sources. */
  | {
      readonly state: 'changed' | 'disputed' | 'corrected' | 'superseded' | 'retracted';
      readonly now: FactContent;
    }
  /** It is not in the dataset any more. */
  | { readonly state: 'withdrawn'; readonly withdrawal: Withdrawal | null }
  | { readonly state: 'removed'; readonly removal: Removal };

/** The dataset as far as pinned facts need it. */
export interface FactsNow {
  statement(id: string): FactContent | null;
  withdrawal(id: string): Withdrawal | null;
}

export function factState(fact: PinnedFact, now: FactsNow): FactState {
  const withdrawal = now.withdrawal(fact.id);
  if (fact.removed) return { state: 'removed', removal: fact.removed };
  if (withdrawal?.kind === 'removed')
    return { state: 'removed', removal: { on: withdrawal.on, reason: withdrawal.reason } };
  const current = now.statement(fact.id);
  if (!current) return { state: 'withdrawn', withdrawal };
  if (factVersion(current) === fact.version) return { state: 'same' };
  const standing = fact.statement?.standing === current.standing ? 'current' : current.standing;
  return { state: standing === 'current' ? 'changed' : standing, now: current };
}

/** The note without the text of statements that were removed; null when it holds none. */
export function withoutRemoved(note: Annotation, now: FactsNow): Annotation | null {
  let found = false;
  const facts = note.facts.map((fact) => {
    const withdrawal = now.withdrawal(fact.id);
    if (withdrawal?.kind !== 'removed' || (fact.removed && fact.statement === null)) return fact;
    found = true;
    return { ...fact, statement: null, removed: { on: withdrawal.on, reason: withdrawal.reason } };
  });
  return found ? { ...note, facts } : null;
}

/** Facts that move: a note keeps the version it cites, and is told when the dataset says something else. */
import type { CardStatement } from '../dataset/card.ts';
import type { Annotation, FactContent, PinnedFact, Removal } from './annotation.ts';
import { contentHash } from './content-hash.ts';
import { liveId, type Redirects } from './live-id.ts';

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

/**
 * Looks a statement's withdrawal up: its own, or that of the entity it is told under, by the id it is cited by or the one it
 * has today. Of several, a removal counts.
 */
export function withdrawalFinder(
  all: readonly Withdrawal[],
  redirects: Redirects = new Map(),
): (id: string) => Withdrawal | null {
  const byId = new Map<string, Withdrawal>();
  for (const item of all) if (byId.get(item.id)?.kind !== 'removed') byId.set(item.id, item);
  return (id) => {
    const live = liveId(id, redirects);
    const found = [id, live, homeOf(id), homeOf(live)].flatMap((key) => byId.get(key) ?? []);
    return found.find(({ kind }) => kind === 'removed') ?? found[0] ?? null;
  };
}

function homeOf(id: string): string {
  return id.split('/', 1)[0] ?? id;
}

/** What has become of a pinned statement. */
export type FactState =
  | { readonly state: 'same' }
  /** It says something else now, or rests on other sources. */
  | {
      readonly state: 'changed' | 'disputed' | 'corrected' | 'superseded' | 'retracted';
      readonly now: FactContent;
      /** Its id today: the entity it is told under may have been merged or renamed. */
      readonly nowId: string;
    }
  /** It is not in the dataset any more. */
  | { readonly state: 'withdrawn'; readonly withdrawal: Withdrawal | null }
  | { readonly state: 'removed'; readonly removal: Removal };

/** The dataset as far as pinned facts need it. */
export interface FactsNow {
  /**
   * By the id it was cited by, whatever it is called today; null when it is not there any more. "away": the reader has
   * switched its dataset off, or taken it away, and what has become of it cannot be told.
   */
  statement(id: string): { readonly id: string; readonly content: FactContent } | 'away' | null;
  withdrawal(id: string): Withdrawal | null;
}

export function factState(fact: PinnedFact, now: FactsNow): FactState {
  const withdrawal = now.withdrawal(fact.id);
  if (fact.removed) return { state: 'removed', removal: fact.removed };
  if (withdrawal?.kind === 'removed')
    return { state: 'removed', removal: { on: withdrawal.on, reason: withdrawal.reason } };
  const current = now.statement(fact.id);
  if (current === 'away') return { state: 'same' };
  if (!current) return { state: 'withdrawn', withdrawal };
  const { id: nowId, content } = current;
  if (factVersion(content) === fact.version) return { state: 'same' };
  const standing = fact.statement?.standing === content.standing ? 'current' : content.standing;
  return { state: standing === 'current' ? 'changed' : standing, now: content, nowId };
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

/** Cards that are asked for, dataset by dataset: those that are remembered, and those that have to be read. */
import type { Card } from '../core/dataset/card.ts';
import { innerId } from '../core/dataset/namespace.ts';
import { withDatasets } from './card-datasets.ts';
import { CORE, type DatasetDatabase, type PointerRow, type ReleaseRow } from './dataset-database.ts';
import { readCards } from './read-cards.ts';
import type { RememberedCards } from './remembered-cards.ts';
import type { SmallRows } from './small-rows.ts';

/** What is asked of one dataset. */
export interface CardRequest {
  readonly repository: string;
  readonly release: ReleaseRow;
  /** Of the cards, in their order: redirects are followed. */
  readonly ids: readonly string[];
  /** Of these, the cards that are remembered. */
  readonly known: ReadonlyMap<string, Card>;
  readonly remembered: RememberedCards | null;
}

/** Ids as their datasets know them. */
export function byDataset(ids: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const inner = innerId(id);
    const repository = inner.dataset ?? CORE;
    groups.set(repository, [...(groups.get(repository) ?? []), inner.id]);
  }
  return groups;
}

/** What these ids ask of the datasets that are there and turned on. */
export function requestsOf(
  groups: ReturnType<typeof byDataset>,
  { repositories, pointers }: SmallRows,
  releaseAt: (pointer: PointerRow) => ReleaseRow | null,
  remembered: RememberedCards | null = null,
): CardRequest[] {
  const off = new Set(repositories.filter((row) => !row.enabled).map((row) => row.id));
  return [...groups].flatMap(([repository, inside]) => {
    const pointer = off.has(repository) ? undefined : pointers.get(repository);
    const release = pointer && releaseAt(pointer);
    if (!release) return [];
    const { redirects } = release.header;
    const ids = [...new Set(inside.map((id) => redirects[id] ?? id))];
    // Looked up now: by the time that the database answers, others may have been remembered instead.
    const known = new Map(
      ids.flatMap((id) => {
        const card = remembered?.get(release, id);
        return card ? [[id, card] as const] : [];
      }),
    );
    return [{ repository, release, ids, known, remembered }];
  });
}

/** Whether the database is needed to answer it. */
export function isLacking({ ids, known }: CardRequest): boolean {
  return known.size < ids.length;
}

/** The cards; what is remembered is not read. */
export async function answerRequests(
  database: DatasetDatabase,
  requests: readonly CardRequest[],
  { repositories }: SmallRows,
): Promise<Card[]> {
  const answers: Card[] = [];
  for (const { repository, release, ids, known, remembered } of requests) {
    const cards = new Map(known);
    const missing = ids.filter((id) => !known.has(id));
    const read = missing.length === 0 ? [] : await readCards(database, release, missing);
    for (const card of read) {
      cards.set(card.id, card);
      remembered?.keep(release, card);
    }
    const found = ids.flatMap((id) => cards.get(id) ?? []);
    answers.push(...found.map((card) => withDatasets(card, repository, repositories)));
  }
  return answers;
}

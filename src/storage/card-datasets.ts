/** What a card says about datasets: where it comes from, when the reader added that one, and which others have the name too. */
import type { Card, CardDataset } from '../core/dataset/card.ts';
import { outerCard } from '../core/dataset/namespace.ts';
import { CORE, type RepositoryRow } from './dataset-database.ts';

/** The card as it leaves the store: with the ids and the label of its dataset, and the other datasets with the same name. */
export function withDatasets(card: Card, repository: string, rows: readonly RepositoryRow[]): Card {
  const row = rows.find(({ id }) => id === repository);
  const own =
    repository === CORE || !row ? card : { ...outerCard(repository, card), dataset: datasetOf(row) };
  const alsoIn = rows
    .filter((other) => other.enabled)
    .flatMap((other) =>
      other.conflicts
        .filter(({ kept }) => kept === own.id)
        .map(({ name, ours }) => ({ id: ours, name, dataset: datasetOf(other) })),
    );
  return alsoIn.length === 0 ? own : { ...own, alsoIn };
}

function datasetOf({ id, label, colour }: RepositoryRow): CardDataset {
  return { id, label, colour };
}

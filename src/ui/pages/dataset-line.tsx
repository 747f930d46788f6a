/** Which dataset speaks, how old it is and what it holds. */
import type { DatasetInfo } from '../../messages/to-worker.ts';
import { VersionLine } from '../updates/version-line.tsx';
import { FOUND } from './strings.ts';

export interface DatasetLineProps {
  /** Null while it is not known. */
  readonly dataset: DatasetInfo | null;
  /** YYYY-MM-DD. */
  readonly today: string;
}

export function DatasetLine({ dataset, today }: DatasetLineProps) {
  if (!dataset) return <p>{FOUND.noDataset}</p>;
  const { version, updates, entities, statements } = dataset;
  return (
    <p>
      <VersionLine version={version} now={Date.parse(`${today}T00:00:00Z`)} status={updates} />
      {` · ${FOUND.entities(entities)} · ${FOUND.statements(statements)}`}
    </p>
  );
}

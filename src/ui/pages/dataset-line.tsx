/** Which dataset speaks, and how old it is. */
import type { DatasetInfo } from '../../messages/to-worker.ts';
import { LOCALE, TEXT } from '../strings.ts';
import { FOUND } from './strings.ts';

export interface DatasetLineProps {
  /** Null while it is not known. */
  readonly dataset: DatasetInfo | null;
  /** YYYY-MM-DD. */
  readonly today: string;
}

export function DatasetLine({ dataset, today }: DatasetLineProps) {
  if (!dataset) return <p>{FOUND.noDataset}</p>;
  const age = ageInWords(dataset.version, today);
  return (
    <p>
      {TEXT.dataset(dataset.version)}
      {age && ` · ${age}`}
      {` · ${FOUND.entities(dataset.entities)} · ${FOUND.statements(dataset.statements)}`}
    </p>
  );
}

const DAY = 86_400_000;

/** "4 days ago", by the day that a version is named after; null for a version that is not named after one. */
export function ageInWords(version: string, today: string, locale = LOCALE): string | null {
  const [, year, month, day] = /^(\d{4})\.(\d{2})\.(\d{2})/.exec(version) ?? [];
  const days = (Date.parse(today) - Date.parse(`${year}-${month}-${day}`)) / DAY;
  if (Number.isNaN(days) || days < 0) return null;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return days < 60
    ? format.format(-Math.floor(days), 'day')
    : format.format(-Math.floor(days / 30.44), 'month');
}

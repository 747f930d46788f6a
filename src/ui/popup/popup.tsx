/** The toolbar popup: what was found on the open page, and which dataset speaks. */
import { useEffect, useState } from 'preact/hooks';
import type { Calls } from '../../messages/envelope.ts';
import type { PageReport, ToPage } from '../../messages/to-page.ts';
import type { DatasetInfo, ToWorker } from '../../messages/to-worker.ts';
import { inWords } from '../dates.ts';
import { KIND } from '../strings.ts';
import { type FoundEntity, foundEntities } from './found-entities.ts';

export interface PopupProps {
  readonly worker: Pick<Calls<ToWorker>, 'datasetInfo'>;
  /** Null when there is no tab to ask. */
  readonly page: Pick<Calls<ToPage>, 'report' | 'openMention'> | null;
  readonly close: () => void;
}

type Found = PageReport | 'loading' | 'unreachable';

export function Popup({ worker, page, close }: PopupProps) {
  const [found, setFound] = useState<Found>('loading');
  const [dataset, setDataset] = useState<DatasetInfo | null>(null);
  useEffect(() => {
    if (page) page.report(null).then(setFound, () => setFound('unreachable'));
    else setFound('unreachable');
    worker.datasetInfo(null).then(setDataset, () => setDataset(null));
  }, [page, worker]);

  const open = (entity: FoundEntity) => {
    void page?.openMention({ index: entity.first, focus: true }).then(close, close);
  };
  return (
    <div class="popup">
      <h1>Sidelight</h1>
      <Body found={found} open={open} />
      <footer>
        {dataset
          ? `Dataset ${dataset.version} · ${dataset.entities} entities · ${dataset.statements} statements`
          : 'Dataset not loaded'}
      </footer>
    </div>
  );
}

function Body({ found, open }: { found: Found; open: (entity: FoundEntity) => void }) {
  if (found === 'loading') return <p class="note">Looking at the page…</p>;
  if (found === 'unreachable')
    return (
      <p class="note">
        This page cannot be read: it is one of the browser’s own, or it was opened before Sidelight.
      </p>
    );
  if (found.state === 'waiting') return <p class="note">Still reading the page…</p>;
  if (found.state === 'no-article')
    return <p class="note">This page does not look like an article, so nothing is marked.</p>;
  const entities = foundEntities(found.mentions);
  if (entities.length === 0) return <p class="note">No name of the dataset was found in this article.</p>;
  return (
    <>
      <p class="note">
        {count(found.mentions.length, 'mention', 'mentions')} of{' '}
        {count(entities.length, 'entity', 'entities')}
        {found.articleDate ? ` · article of ${inWords(found.articleDate)}` : ''}
      </p>
      <ul>
        {entities.map((entity) => (
          <li key={entity.id}>
            <button type="button" onClick={() => open(entity)}>
              <span class="name">{entity.name}</span>
              <span class="kind">{KIND[entity.kind].toLowerCase()}</span>
              <span class="count">{entity.count}×</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

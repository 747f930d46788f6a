/** The side panel: what the open page names, what has come out since it was written, and how it all hangs together. */

import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Card } from '../../core/dataset/card.ts';
import { ENDED } from '../../core/signals/ended.ts';
import type { Calls } from '../../messages/envelope.ts';
import type { PageReport } from '../../messages/to-page.ts';
import type { DatasetInfo, ToWorker } from '../../messages/to-worker.ts';
import { inVisibleOrder } from '../card/visible-order.ts';
import { inWords } from '../dates.ts';
import { DatasetLine } from '../pages/dataset-line.tsx';
import { foundEntities } from '../pages/found-entities.ts';
import { FOUND, PANEL, WAYS } from '../pages/strings.ts';
import { TEXT } from '../strings.ts';
import { ChangesList } from './changes-list.tsx';
import { Connections } from './connections.tsx';
import { followPage, type PageSource, type PageView } from './follow.ts';
import { Found } from './found.tsx';

export interface PanelProps {
  readonly source: PageSource;
  readonly worker: Pick<Calls<ToWorker>, 'cards' | 'path' | 'datasetInfo'>;
  readonly openLibrary: () => Promise<void>;
  readonly today: string;
}

/** Read when they are shown: another language may be spoken by then. */
const WITHOUT_REPORT: Readonly<Record<Exclude<PageView['state'], 'report'>, () => string>> = {
  looking: () => FOUND.looking,
  unreachable: () => FOUND.unreachable,
  'no-page': () => PANEL.noPage,
};

export function Panel({ source, worker, openLibrary, today }: PanelProps) {
  const [view, setView] = useState<PageView>({ state: 'looking' });
  const [dataset, setDataset] = useState<DatasetInfo | null>(null);
  useEffect(() => {
    const end = new AbortController();
    followPage(source, setView, end.signal);
    return () => end.abort(ENDED);
  }, [source]);
  useEffect(() => {
    worker.datasetInfo(null).then(setDataset, () => setDataset(null));
  }, [worker]);
  return (
    <div class="panel">
      <main>
        <h1 class="unseen">Sidelight</h1>
        {view.state === 'report' ? (
          <Page report={view.report} page={view.page} worker={worker} today={today} />
        ) : (
          <p class="state" role="status">
            {WITHOUT_REPORT[view.state]()}
          </p>
        )}
      </main>
      <footer>
        <button type="button" class="link" onClick={() => void openLibrary()}>
          {WAYS.openLibrary}
        </button>
        <DatasetLine dataset={dataset} today={today} />
      </footer>
    </div>
  );
}

interface PageProps extends Pick<PanelProps, 'worker' | 'today'> {
  readonly report: PageReport;
  readonly page: Extract<PageView, { state: 'report' }>['page'];
}

function Page({ report, page, worker, today }: PageProps) {
  const entities = useMemo(() => foundEntities(report.mentions), [report.mentions]);
  const cards = useCards(
    entities.map(({ id }) => id),
    worker,
  );
  const isMarked = report.state === 'done' || report.state === 'reading';
  if (!isMarked || entities.length === 0)
    return (
      <>
        <p class="state" role="status">
          {nothingIn(report)}
        </p>
        {report.truncated && <p class="detail">{FOUND.truncated}</p>}
      </>
    );
  const jump = (index: number) => void page.openMention({ index, focus: true }).catch(() => undefined);
  const all = entities.flatMap(({ id }) => cards.get(id) ?? []);
  return (
    <>
      <header>
        <p class="article">
          {report.facts.date === null ? FOUND.undated : FOUND.articleOf(inWords(report.facts.date))}
        </p>
        <p class="detail">
          {FOUND.of(FOUND.mentions(report.mentions.length), FOUND.entities(entities.length))}
        </p>
        {report.state === 'reading' && <p class="detail">{FOUND.readingRest}</p>}
        {report.stopped && <p class="detail">{FOUND.stopped}</p>}
        {report.truncated && <p class="detail">{FOUND.truncated}</p>}
        <nav class="contents" aria-label={TEXT.overview}>
          <a href="#on-page">{PANEL.onPage}</a>
          <a href="#changes">{PANEL.changes}</a>
          <a href="#connections">{PANEL.connections}</a>
        </nav>
      </header>
      <Found entities={entities} cards={cards} jump={jump} />
      <ChangesList cards={all} page={report.facts} today={today} />
      <Shown cards={all} worker={worker} />
    </>
  );
}

/** Drawn again only for other cards: a page that changes elsewhere must not take a chosen way away. */
function Shown({
  cards,
  worker,
}: {
  readonly cards: readonly Card[];
  readonly worker: PanelProps['worker'];
}) {
  const key = cards.map(({ id, datasetVersion }) => `${id} ${datasetVersion}`).join('\n');
  // The key says which cards they are.
  const same = useMemo(() => cards, [key]);
  return <Connections key={key} cards={same} worker={worker} />;
}

function nothingIn({ state }: PageReport): string {
  if (state === 'waiting' || state === 'reading') return FOUND.waiting;
  return state === 'no-article' ? FOUND.noArticle : FOUND.nothing;
}

/** The cards of these ids, as far as they are here. */
function useCards(ids: readonly string[], worker: PanelProps['worker']): ReadonlyMap<string, Card> {
  const [cards, setCards] = useState<ReadonlyMap<string, Card>>(new Map());
  const key = [...ids].sort().join('\n');
  useEffect(() => {
    let isLate = false;
    if (key !== '')
      worker.cards({ ids: key.split('\n') }).then(
        (found) => {
          if (!isLate) setCards(new Map(found.map((card) => [card.id, inVisibleOrder(card)])));
        },
        (error: unknown) => console.error('sidelight: the cards could not be read', error),
      );
    return () => {
      isLate = true;
    };
  }, [key, worker]);
  return cards;
}

/**
 * The page after the install: it teaches by trying. The article on it is read, marked and answered by the same code as any
 * other (the entry starts a real session on this page), so what the reader learns here holds everywhere.
 */
import { useEffect, useState } from 'preact/hooks';
import { hostOfAddress } from '../../core/dataset/repository-address.ts';
import type { Calls } from '../../messages/envelope.ts';
import type { ToWorker } from '../../messages/to-worker.ts';
import { inWords } from '../dates.ts';
import { WELCOME } from '../pages/strings.ts';

export interface WelcomeProps {
  readonly worker: Pick<Calls<ToWorker>, 'datasetInfo' | 'updateState' | 'updatePlaceShown'>;
  /** Resolves once the reader has the page before them. */
  readonly seen: () => Promise<void>;
  /** Keys of the command that opens the next card; empty when the browser gave it none. */
  readonly nextKey: string;
  readonly settingsAddress: string;
}

/** The day of the article on the page, in the head as well (entrypoints/welcome/index.html). */
const DAY = '2019-06-18';

export function Welcome({ worker, nextKey, settingsAddress, seen }: WelcomeProps) {
  const [isReady, setReady] = useState(false);
  const place = useUpdatePlace(worker, seen);
  useEffect(() => {
    worker.datasetInfo(null).then(
      () => setReady(true),
      () => undefined,
    );
  }, [worker]);
  return (
    <div class="welcome">
      <header>
        <p class="brand">Sidelight</p>
        <h1>{WELCOME.title}</h1>
        <p class="lead">{WELCOME.lead}</p>
      </header>
      <main>
        <section class="try" aria-labelledby="try">
          <h2 id="try">{WELCOME.try}</h2>
          <p role="status">{isReady ? <HowTo nextKey={nextKey} /> : WELCOME.preparing}</p>
          <article>
            <h3>{WELCOME.headline}</h3>
            <p class="day">
              <time dateTime={DAY}>{inWords(DAY)}</time>
            </p>
            <p>{WELCOME.text1}</p>
            <p>{WELCOME.text2}</p>
          </article>
          <p class="note">{WELCOME.madeUp}</p>
        </section>
        <div class="beside">
          <section aria-labelledby="read">
            <h2 id="read">{WELCOME.readTitle}</h2>
            <ul>
              <li class="then">{WELCOME.knownThen}</li>
              <li class="since">{WELCOME.knownSince}</li>
              <li class="unclear">{WELCOME.unclear}</li>
            </ul>
            <p>{WELCOME.voices}</p>
          </section>
          <section aria-labelledby="ways">
            <h2 id="ways">{WELCOME.waysTitle}</h2>
            <ul>
              <li>{WELCOME.escape}</li>
              <li>{WELCOME.panel}</li>
              <li>{WELCOME.private}</li>
              {place !== null && <li class="place">{WELCOME.updates(hostOfAddress(place))}</li>}
            </ul>
          </section>
        </div>
      </main>
      <footer>
        <a href={settingsAddress}>{WELCOME.settings}</a>
        <a href={`${settingsAddress}#privacy`}>{WELCOME.privacy}</a>
      </footer>
    </div>
  );
}

/**
 * Where the bundled dataset looks for updates; null when it names no place. Nothing is asked there before this page has said
 * so, which is what the worker is told once the sentence is on a page that is seen.
 */
function useUpdatePlace(worker: WelcomeProps['worker'], seen: WelcomeProps['seen']): string | null {
  const [place, setPlace] = useState<string | null>(null);
  useEffect(() => {
    worker.updateState(null).then(
      (repositories) => setPlace(repositories.find(({ id }) => id === 'core')?.address ?? null),
      () => undefined,
    );
  }, [worker]);
  useEffect(() => {
    if (place === null) return;
    seen()
      .then(() => worker.updatePlaceShown({ address: place }))
      .catch((error: unknown) => console.error('sidelight: updates do not begin', error));
  }, [place, worker, seen]);
  return place;
}

/** A key may itself be a full stop: it has to be told from the sentence. */
function HowTo({ nextKey }: Pick<WelcomeProps, 'nextKey'>) {
  if (nextKey === '') return <>{WELCOME.tryNoKey}</>;
  const [before, after] = WELCOME.tryNote('\n').split('\n');
  return (
    <>
      {before}
      <kbd>{nextKey}</kbd>
      {after}
    </>
  );
}

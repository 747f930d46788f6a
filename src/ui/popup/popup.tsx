/** The toolbar popup: what was found on the open page, on and off here and everywhere, and the ways to the other pages. */
import { useEffect, useState } from 'preact/hooks';
import { type Settings, siteRule } from '../../core/settings/settings.ts';
import type { Calls } from '../../messages/envelope.ts';
import type { PageReport, ToPage } from '../../messages/to-page.ts';
import type { DatasetInfo, ToWorker } from '../../messages/to-worker.ts';
import { inWords } from '../dates.ts';
import { kindInLine } from '../names.ts';
import { DatasetLine } from '../pages/dataset-line.tsx';
import { type FoundEntity, foundEntities } from '../pages/found-entities.ts';
import { FOUND, POPUP, WAYS } from '../pages/strings.ts';
import { Switch } from '../pages/switch.tsx';

export interface PopupProps {
  readonly worker: Pick<Calls<ToWorker>, 'datasetInfo'>;
  /** Null when there is no tab to ask. */
  readonly page: Pick<Calls<ToPage>, 'report' | 'openMention' | 'annotate' | 'stopReading'> | null;
  /** Host of the open page, for rules about it; null for pages that are none of the web, and in private windows. */
  readonly host: string | null;
  /** The page is in a private window. */
  readonly isPrivate: boolean;
  readonly settings: Settings;
  readonly changeSettings: (change: (settings: Settings) => Settings) => Promise<Settings>;
  /** Null where the extension may read pages; else asks for it. */
  readonly askForAccess: (() => Promise<unknown>) | null;
  readonly openPanel: () => Promise<void>;
  readonly openSettings: () => Promise<void>;
  readonly openLibrary: () => Promise<void>;
  readonly close: () => void;
  readonly today: string;
}

type Found = PageReport | 'loading' | 'unreachable';

/** Milliseconds between two looks at a page that is still being read. */
const POLLING = 250;

export function Popup(props: PopupProps) {
  const { worker, page, host, openPanel, openSettings, openLibrary, close, today } = props;
  const [settings, setSettings] = useState(props.settings);
  const [dataset, setDataset] = useState<DatasetInfo | null>(null);
  useEffect(() => {
    worker.datasetInfo(null).then(setDataset, () => setDataset(null));
  }, [worker]);

  const rule = host === null ? null : siteRule(settings, host);
  const found = useReport(page, settings);
  const change = (next: (settings: Settings) => Settings) =>
    void props.changeSettings(next).then(setSettings, () => undefined);
  const setRule = (to: 'off' | 'always' | null) => {
    if (host !== null) change((now) => withRule(now, host, to));
  };
  return (
    <div class="popup">
      <header>
        <h1>Sidelight</h1>
        {host !== null && (
          <Switch
            label={POPUP.onHere(host)}
            on={settings.enabled && rule !== 'off'}
            disabled={!settings.enabled}
            set={(on) => setRule(on ? null : 'off')}
          />
        )}
        <Switch
          label={POPUP.onEverywhere}
          on={settings.enabled}
          set={(enabled) => change((now) => ({ ...now, enabled }))}
        />
      </header>
      <main>
        {props.askForAccess ? (
          <Offer
            text={FOUND.noAccess}
            button={FOUND.allow}
            act={() => void props.askForAccess?.().then(close)}
          />
        ) : !settings.enabled ? (
          <p class="note">{FOUND.offEverywhere}</p>
        ) : rule === 'off' ? (
          <p class="note">{FOUND.offHere}</p>
        ) : (
          <Body
            found={found}
            lookAnyway={
              host === null
                ? page && (() => void page.annotate(null).then(close, close))
                : rule === null
                  ? () => setRule('always')
                  : null
            }
            stopReading={() => void page?.stopReading(null).catch(() => undefined)}
            goOn={() => void page?.annotate(null).then(close, close)}
            open={(entity) =>
              void page?.openMention({ index: entity.mentions[0] ?? 0, focus: true }).then(close, close)
            }
          />
        )}
        {props.isPrivate && <p class="note">{FOUND.privateWindow}</p>}
      </main>
      <nav>
        <button type="button" class="button" onClick={() => void openPanel().then(close)}>
          {POPUP.openPanel}
        </button>
        <button type="button" class="button" onClick={() => void openLibrary().then(close)}>
          {WAYS.openLibrary}
        </button>
        <button type="button" class="button" onClick={() => void openSettings().then(close)}>
          {POPUP.openSettings}
        </button>
      </nav>
      <footer>
        <DatasetLine dataset={dataset} today={today} />
      </footer>
    </div>
  );
}

interface BodyProps {
  readonly found: Found;
  /** Null where the reader has asked for that already. */
  readonly lookAnyway: (() => void) | null;
  readonly stopReading: () => void;
  readonly goOn: () => void;
  readonly open: (entity: FoundEntity) => void;
}

function Body({ found, lookAnyway, stopReading, goOn, open }: BodyProps) {
  if (found === 'loading') return <p class="note">{FOUND.looking}</p>;
  if (found === 'unreachable') return <p class="note">{FOUND.unreachable}</p>;
  if (found.state === 'waiting') return <p class="note">{FOUND.waiting}</p>;
  if (found.state === 'no-article')
    return lookAnyway ? (
      <Offer text={FOUND.noArticle} button={FOUND.lookAnyway} act={lookAnyway} />
    ) : (
      <p class="note">{FOUND.noArticle}</p>
    );
  const entities = foundEntities(found.mentions);
  const truncated =
    found.state === 'reading' ? (
      <Offer text={FOUND.readingRest} button={FOUND.stopReading} act={stopReading} />
    ) : found.stopped ? (
      <Offer text={FOUND.stopped} button={FOUND.readRest} act={goOn} />
    ) : (
      found.truncated && <p class="note">{FOUND.truncated}</p>
    );
  if (entities.length === 0)
    return (
      <>
        {found.state === 'done' && !found.stopped && <p class="note">{FOUND.nothing}</p>}
        {truncated}
      </>
    );
  return (
    <>
      <p class="note">
        {FOUND.of(FOUND.mentions(found.mentions.length), FOUND.entities(entities.length))}
        {found.articleDate && ` · ${FOUND.articleOf(inWords(found.articleDate))}`}
      </p>
      {truncated}
      <ul>
        {entities.map((entity) => (
          <li key={entity.id}>
            <button type="button" class="entity" onClick={() => open(entity)}>
              <span class="name">{entity.name}</span>
              <span class="kind">{kindInLine(entity.kind)}</span>
              <span class="count">{entity.mentions.length}×</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Offer({
  text,
  button,
  act,
}: {
  readonly text: string;
  readonly button: string;
  readonly act: () => void;
}) {
  return (
    <>
      <p class="note">{text}</p>
      <button type="button" class="button" onClick={act}>
        {button}
      </button>
    </>
  );
}

/** Asks the page, and again while it is still reading and after each change of a switch. */
function useReport(page: PopupProps['page'], settings: Settings): Found {
  const [found, setFound] = useState<Found>('loading');
  // The settings change what the page answers.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const ask = async () => {
      const report = page ? await page.report(null).catch(() => 'unreachable' as const) : 'unreachable';
      if (isOver) return;
      setFound(report);
      if (report !== 'unreachable' && report.state !== 'done') timer = setTimeout(ask, POLLING);
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [page, settings]);
  return found;
}

function withRule(settings: Settings, host: string, rule: 'off' | 'always' | null): Settings {
  const { [host]: _, ...others } = settings.sites;
  return { ...settings, sites: rule === null ? others : { ...others, [host]: rule } };
}

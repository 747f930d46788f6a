/** The settings, all on one page: sections with a list of them beside, so that nothing is hidden behind a tab. */
import { useEffect, useState } from 'preact/hooks';
import type { Calls } from '../../messages/envelope.ts';
import type { DatasetInfo, ToWorker } from '../../messages/to-worker.ts';
import { DatasetLine } from '../pages/dataset-line.tsx';
import { PRIVACY, SETTINGS, WAYS } from '../pages/strings.ts';
import { Datasets, type DatasetsProps } from '../updates/datasets.tsx';
import { UPDATES } from '../updates/words.ts';
import { YourData, type YourDataProps } from './data.tsx';
import { Language } from './language.tsx';
import { Marks } from './marks.tsx';
import { Opening } from './opening.tsx';
import { Privacy } from './privacy.tsx';
import { Shortcuts, type ShortcutsProps } from './shortcuts.tsx';
import { Sites } from './sites.tsx';
import { Suppressed } from './suppressed.tsx';
import { type SettingsStore, useSettings } from './use-settings.ts';

export interface SettingsPageProps
  extends Omit<ShortcutsProps, 'listCommands'>,
    Pick<YourDataProps, 'saveFile'>,
    Pick<DatasetsProps, 'askPermission'> {
  readonly store: SettingsStore;
  readonly worker: Pick<Calls<ToWorker>, 'cards' | 'datasetInfo' | 'eraseEverything'> &
    DatasetsProps['worker'];
  /** Null where the browser has no shortcuts: then nothing is said of them. */
  readonly listCommands: ShortcutsProps['listCommands'] | null;
  readonly openLibrary: () => Promise<void>;
  readonly today: string;
}

export function SettingsPage({
  store,
  worker,
  saveFile,
  askPermission,
  today,
  listCommands,
  openLibrary,
  ...shortcuts
}: SettingsPageProps) {
  const [settings, change] = useSettings(store);
  const [dataset, setDataset] = useState<DatasetInfo | null>(null);
  useEffect(() => {
    worker.datasetInfo(null).then(setDataset, () => setDataset(null));
  }, [worker]);
  const both = { settings, change };
  const keys = listCommands && <Shortcuts key="shortcuts" listCommands={listCommands} {...shortcuts} />;
  const all = [
    ['opening', SETTINGS.opening, <Opening key="opening" {...both} />],
    ['marks', SETTINGS.marks, <Marks key="marks" {...both} />],
    ['language', SETTINGS.language, <Language key="language" {...both} />],
    ['shortcuts', SETTINGS.shortcuts, keys],
    ['sites', SETTINGS.sites, <Sites key="sites" {...both} />],
    [
      'datasets',
      UPDATES.title,
      <Datasets key="datasets" worker={worker} askPermission={askPermission} now={Date.now} />,
    ],
    ['suppressed', SETTINGS.suppressed, <Suppressed key="suppressed" {...both} worker={worker} />],
    ['privacy', PRIVACY.title, <Privacy key="privacy" />],
    ['data', SETTINGS.data, <YourData key="data" {...both} saveFile={saveFile} worker={worker} />],
  ] as const;
  const sections = all.filter(([, , content]) => content !== null);
  return (
    <div class="settings">
      <header>
        <p class="brand">Sidelight</p>
        <h1>{SETTINGS.title}</h1>
        <nav aria-label={SETTINGS.sections}>
          <ul>
            {sections.map(([id, title]) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <button type="button" class="link" onClick={() => void openLibrary()}>
          {WAYS.openLibrary}
        </button>
      </header>
      <main>
        {sections.map(([id, title, content]) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{title}</h2>
            {content}
          </section>
        ))}
      </main>
      <footer>
        <DatasetLine dataset={dataset} today={today} />
      </footer>
    </div>
  );
}

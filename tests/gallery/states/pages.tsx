/** Popup, side panel, settings and the page after the install. */
import type { UpdateStatus } from '../../../src/core/dataset/update-status.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/settings/settings.ts';
import type { PageReport, ReportedMention } from '../../../src/messages/to-page.ts';
import type { RepositoryState } from '../../../src/messages/update-state.ts';
import { Panel } from '../../../src/ui/panel/panel.tsx';
import { Popup, type PopupProps } from '../../../src/ui/popup/popup.tsx';
import { SettingsPage } from '../../../src/ui/settings/settings-page.tsx';
import { AddDataset } from '../../../src/ui/updates/add-dataset.tsx';
import { Datasets } from '../../../src/ui/updates/datasets.tsx';
import { Welcome } from '../../../src/ui/welcome/welcome.tsx';
import { died, never, type Room, type State } from '../state.ts';
import { CARDS, PAGE, TODAY } from './made-up.ts';

const NOW = Date.parse('2026-11-28T12:00:00Z');
const DAY = 86_400_000;

function mentionOf(entity: string, index: number): ReportedMention {
  const card = CARDS.find(({ id }) => id === entity);
  const name = card?.name ?? entity;
  return {
    text: name,
    entity,
    name,
    kind: card?.kind ?? 'vendor',
    nth: index + 1,
    statements: card?.statements.length ?? 0,
    why: [],
  };
}

function aReport(entities: readonly string[], over: Partial<PageReport> = {}): PageReport {
  return {
    url: 'https://gazette.example/square',
    revision: 1,
    facts: PAGE,
    articleDate: PAGE.date,
    state: 'done',
    truncated: false,
    stopped: false,
    mentions: entities.map(mentionOf),
    card: null,
    timings: { read: 0, spot: 0, mark: 0 },
    ...over,
  };
}

const SOME = ['square-watch', 'brambleworth', 'square-watch', 'camera-act', 'lens-league'];
const INFO = {
  version: '2026.11.24',
  entities: 412,
  statements: 1204,
  updates: 'no-repository' as UpdateStatus,
};

const worker = {
  cards: async ({ ids }: { readonly ids: readonly string[] }) => CARDS.filter(({ id }) => ids.includes(id)),
  path: async () => ['square-watch', 'brambleworth', 'lens-league'],
  datasetInfo: async () => INFO,
  eraseEverything: async () => null,
  updateState: async (): Promise<readonly RepositoryState[]> => [],
  updatePlaceShown: async () => null,
  checkForUpdates: async () => null,
  addRepository: async () => ({ id: 'd0' }),
  changeRepository: async () => null,
  removeRepository: async () => null,
};

function popup(
  name: string,
  report: PageReport | (() => Promise<PageReport>) | null,
  over: Partial<PopupProps> = {},
): State {
  return {
    name,
    draw: () => (
      <Popup
        worker={worker}
        page={
          report && {
            report: typeof report === 'function' ? report : async () => report,
            openMention: async () => null,
            annotate: async () => null,
            stopReading: async () => null,
          }
        }
        host="gazette.example"
        isPrivate={false}
        settings={DEFAULT_SETTINGS}
        changeSettings={async (change) => change(DEFAULT_SETTINGS)}
        askForAccess={null}
        openPanel={async () => undefined}
        openSettings={async () => undefined}
        openLibrary={async () => undefined}
        close={() => undefined}
        today={TODAY}
        {...over}
      />
    ),
  };
}

const settings = (over: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...over });

export const POPUP: Room = {
  title: 'Popup',
  sheets: ['pages', 'popup'],
  width: 360,
  height: 460,
  states: [
    popup('names were found', aReport(SOME)),
    popup('many names', aReport(Array.from({ length: 40 }, (_, i) => `made-up-company-number-${i}`))),
    popup('none was found', aReport([])),
    popup('no article', aReport([], { state: 'no-article' })),
    popup('still waiting', aReport([], { state: 'waiting' })),
    popup('off on this site', aReport([], { state: 'off' }), {
      settings: settings({ sites: { 'gazette.example': 'off' } }),
    }),
    popup('off everywhere', aReport([], { state: 'off' }), { settings: settings({ enabled: false }) }),
    popup('the rest of a long page is being read', aReport(SOME, { state: 'reading' })),
    popup('the reader stopped the reading', aReport(SOME, { stopped: true })),
    popup('only the beginning was read', aReport(SOME, { truncated: true })),
    popup('a page that takes no script', died),
    popup('no tab at all', null, { host: null }),
    popup('in a private window', aReport(SOME), { host: null, isPrivate: true }),
    popup('access was never given', died, { askForAccess: async () => true }),
    popup('worker died', aReport(SOME), { worker: { datasetInfo: died } }),
    popup('updates have stopped', aReport(SOME), {
      worker: { datasetInfo: async () => ({ ...INFO, updates: 'stopped' }) },
    }),
  ],
};

function panel(name: string, report: PageReport | null, over: Partial<typeof worker> = {}): State {
  const page = report && {
    report: async () => report,
    waitForChange: never<number>,
    openMention: async () => null,
  };
  return {
    name,
    draw: () => (
      <Panel
        source={{ current: async () => page, onMoved: () => undefined, wait: () => never() }}
        worker={{ ...worker, ...over }}
        openLibrary={async () => undefined}
        today={TODAY}
      />
    ),
  };
}

export const PANEL: Room = {
  title: 'Side panel',
  sheets: ['pages', 'panel'],
  width: 380,
  height: 760,
  states: [
    panel('everything', aReport(SOME)),
    panel('one name', aReport(['brambleworth'])),
    panel('no name', aReport([])),
    panel('no article', aReport([], { state: 'no-article' })),
    panel('only the beginning was read', aReport(SOME, { truncated: true })),
    panel('no page to ask', null),
    panel('cards do not come', aReport(SOME), { cards: died, datasetInfo: died }),
    panel('cards are on their way', aReport(SOME), { cards: never }),
    { ...panel('narrow', aReport(SOME)), width: 260 },
  ],
};

function aDataset(over: Partial<RepositoryState>): RepositoryState {
  return {
    id: 'd0123456789ab',
    label: 'The Newsroom',
    colour: '#8a4b00',
    address: 'https://data.example/s/',
    enabled: true,
    release: { version: '2026.11.24', entities: 412, statements: 1204, origin: 'downloaded' },
    status: 'current',
    problem: null,
    attempted: NOW - 7_200_000,
    succeeded: NOW - 7_200_000,
    due: NOW + DAY,
    expires: NOW + 5 * DAY,
    progress: null,
    conflicts: [],
    withdrawn: [],
    ...over,
  };
}

function datasets(name: string, ...states: readonly Partial<RepositoryState>[]): State {
  return {
    name,
    draw: () => (
      <Datasets
        worker={{ ...worker, updateState: async () => states.map(aDataset) }}
        askPermission={async () => true}
        now={() => NOW}
      />
    ),
  };
}

/** The form, opened and sent off with a label that none may have. */
function refusedLabel(name: string, label: string): State {
  const send = (around: HTMLElement | null) => {
    const input = around?.querySelector<HTMLInputElement>('input[name=label]');
    if (!around || !input) return;
    around.querySelector('details')?.setAttribute('open', '');
    input.value = label;
    input.form?.dispatchEvent(new Event('submit', { cancelable: true }));
  };
  return {
    name,
    height: 620,
    draw: () => (
      <div class="datasets" ref={(around) => void setTimeout(() => send(around))}>
        <AddDataset askPermission={async () => true} add={async () => undefined} />
      </div>
    ),
  };
}

const BUNDLED = { id: 'core', label: 'Sidelight', address: null, status: 'no-repository' } as const;
const PROBLEM = { code: 'not-genuine', detail: 'the signature does not fit', since: NOW - 3 * DAY };

export const DATASETS: Room = {
  title: 'Datasets',
  sheets: ['pages', 'settings', 'updates'],
  width: 620,
  height: 420,
  states: [
    datasets('as it ships', BUNDLED),
    datasets('two of them', BUNDLED, {}),
    datasets('names in two of them', BUNDLED, {
      conflicts: [{ name: 'Square Watch', kept: 'square-watch', ours: 'd0123456789ab~square' }],
    }),
    datasets('something was withdrawn', BUNDLED, {
      withdrawn: [
        {
          id: 'square-watch/claim',
          as: 'removed',
          on: '2026-11-20',
          reason: 'Another company of the same name.',
        },
      ],
    }),
    ...(
      ['off', 'never-checked', 'unreached', 'stopped', 'refused', 'clock', 'permission', 'disk-full'] as const
    ).map((status) =>
      datasets(status, {
        status,
        ...(status === 'never-checked' ? { release: null, succeeded: null } : { problem: PROBLEM }),
      }),
    ),
    ...(['asking', 'downloading', 'storing', 'indexing'] as const).map((step) =>
      datasets(step, { progress: { step, done: 340_000, all: step === 'downloading' ? 1_200_000 : null } }),
    ),
    refusedLabel('a label that passes for ours', 'Ѕіdеlight'),
    refusedLabel('a label that turns text around', 'News\u202eroom'),
  ],
};

function settingsPage(name: string, first: Settings, over: Partial<typeof worker> = {}): State {
  return {
    name,
    draw: () => (
      <SettingsPage
        store={{ first, change: async () => undefined, onChanged: () => undefined }}
        worker={{ ...worker, updateState: async () => [aDataset(BUNDLED)], ...over }}
        browser="chrome"
        listCommands={async () => [
          { name: 'next-mention', description: 'Open the card of the next mention', shortcut: 'Alt+Shift+.' },
        ]}
        openShortcuts={async () => undefined}
        askPermission={async () => true}
        openLibrary={async () => undefined}
        saveFile={() => undefined}
        today={TODAY}
      />
    ),
  };
}

export const SETTINGS_PAGE: Room = {
  title: 'Settings',
  sheets: ['pages', 'settings', 'updates'],
  width: 900,
  height: 760,
  states: [
    settingsPage('defaults', DEFAULT_SETTINGS),
    settingsPage(
      'everything changed',
      settings({
        openBy: 'key',
        marked: 'all',
        markStyle: 'tint',
        densityCap: 5,
        sites: { 'gazette.example': 'off', 'a-very-long-name-of-a-site.with-parts.example': 'always' },
        suppressed: [{ alias: 'Square', entity: 'square-watch', host: 'gazette.example', on: '2026-11-20' }],
      }),
    ),
    settingsPage('worker died', DEFAULT_SETTINGS, { cards: died, datasetInfo: died, updateState: died }),
    { ...settingsPage('narrow', DEFAULT_SETTINGS), width: 340 },
  ],
};

const welcome = { nextKey: 'Alt+Shift+.', settingsAddress: '#', seen: never as () => Promise<void> };

export const WELCOME: Room = {
  title: 'After the install',
  sheets: ['pages', 'welcome'],
  width: 1000,
  height: 760,
  states: [
    { name: 'ready', draw: () => <Welcome {...welcome} worker={worker} /> },
    {
      name: 'with a place for updates',
      draw: () => (
        <Welcome {...welcome} worker={{ ...worker, updateState: async () => [aDataset({ id: 'core' })] }} />
      ),
    },
    {
      name: 'the dataset is being set up',
      draw: () => (
        <Welcome {...welcome} worker={{ ...worker, datasetInfo: never, updateState: never }} nextKey="" />
      ),
    },
  ],
};

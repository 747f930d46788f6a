import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../../src/core/settings/settings.ts';
import { SettingsPage } from '../../../../src/ui/settings/settings-page.tsx';
import { aCard } from '../../../unit/ui/a-card.ts';

let root: HTMLElement;
let stored: Settings;
let erased: number;
let libraries: number;

const RING = { alias: 'Ring', entity: 'ring', host: 'a.example', on: '2026-11-28' };

const listShortcuts = async () => [
  { name: 'next-mention', description: 'from the manifest', shortcut: 'Alt+Shift+Period' },
  { name: 'of-another-day', description: 'from the manifest', shortcut: '' },
  { name: '_nameless', description: '', shortcut: '' },
];

async function show(
  first: Settings = DEFAULT_SETTINGS,
  listCommands: typeof listShortcuts | null = listShortcuts,
): Promise<void> {
  stored = first;
  const store = {
    first,
    change: async (change: (settings: Settings) => Settings) => {
      stored = change(stored);
    },
    onChanged: () => undefined,
  };
  await act(async () =>
    render(
      <SettingsPage
        store={store}
        worker={{
          cards: async () => [aCard({ id: 'ring', name: 'Ring LLC' })],
          datasetInfo: async () => ({
            version: '2026.11.24',
            entities: 1,
            statements: 2,
            updates: 'no-repository' as const,
          }),
          eraseEverything: async () => {
            erased++;
            return null;
          },
          updateState: async () => [],
          checkForUpdates: async () => null,
          addRepository: async () => ({ id: 'added' }),
          changeRepository: async () => null,
          removeRepository: async () => null,
        }}
        browser="chrome"
        listCommands={listCommands}
        openShortcuts={null}
        askPermission={async () => true}
        openLibrary={async () => void libraries++}
        saveFile={() => undefined}
        today="2026-11-28"
      />,
      root,
    ),
  );
}

const section = (id: string) => root.querySelector<HTMLElement>(`#${id}`) as HTMLElement;
const button = (within: HTMLElement, words: string) =>
  [...within.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(words));
const press = (within: HTMLElement, words: string) => act(async () => button(within, words)?.click());

beforeEach(() => {
  erased = 0;
  libraries = 0;
  document.body.innerHTML = '<div id="root"></div>';
  root = document.getElementById('root') as HTMLElement;
});

describe('the settings', () => {
  test('lead to the library', async () => {
    await show();
    await press(root, 'Open the library');
    expect(libraries).toBe(1);
  });

  test('change one thing and leave the others', async () => {
    await show({ ...DEFAULT_SETTINGS, marked: 'all' });
    const slider = section('opening').querySelectorAll<HTMLInputElement>('[type="range"]')[1];
    if (slider) slider.value = '750';
    await act(async () => void slider?.dispatchEvent(new Event('input', { bubbles: true })));
    expect(stored).toEqual({
      ...DEFAULT_SETTINGS,
      marked: 'all',
      timing: { prepare: 150, show: 750, grace: 300 },
    });
    await press(section('opening'), 'Back to the defaults');
    expect(stored.timing).toEqual(DEFAULT_SETTINGS.timing);
  });

  test('take a site by its name or address, and refuse what is none', async () => {
    await show();
    const input = section('sites').querySelector<HTMLInputElement>('[type="text"]') as HTMLInputElement;
    const add = async (text: string) => {
      input.value = text;
      await act(async () => void input.dispatchEvent(new Event('input', { bubbles: true })));
      await press(section('sites'), 'Add');
    };
    await add('not a site');
    expect([stored.sites, section('sites').querySelector('[role="alert"]')?.textContent]).toEqual([
      {},
      expect.stringContaining('news.example'),
    ]);
    await add('https://www.news.example/a');
    expect(stored.sites).toEqual({ 'www.news.example': 'off' });
    await press(section('sites'), 'Remove');
    expect(stored.sites).toEqual({});
  });

  test('list names set aside, with an undo and its own undo', async () => {
    await show({ ...DEFAULT_SETTINGS, suppressed: [RING] });
    expect(section('suppressed').textContent).toContain('“Ring” is not Ring LLC on a.example');
    await press(section('suppressed'), 'Undo');
    expect(stored.suppressed).toEqual([]);
    await press(section('suppressed'), 'Set aside again');
    expect(stored.suppressed).toEqual([RING]);
  });

  test('show the keys in use, in our words where there are any', async () => {
    await show();
    const pairs = [...section('shortcuts').querySelectorAll('.pairs > div')].map((pair) => pair.textContent);
    expect(pairs).toEqual(['Card of the next mentionAlt + Shift + .', 'from the manifestnot set']);
  });

  test('say nothing of keys where the browser has none', async () => {
    await show(DEFAULT_SETTINGS, null);
    expect(section('shortcuts')).toBeNull();
    expect(root.querySelector('[href="#shortcuts"]')).toBeNull();
    expect(section('sites')).not.toBeNull();
  });

  test('import a file only after saying what of it cannot be used', async () => {
    await show();
    const input = section('data').querySelector<HTMLInputElement>('[type="file"]') as HTMLInputElement;
    const choose = async (text: string) => {
      const file = new File([text], 'mine.json');
      Object.defineProperty(input, 'files', { value: [file], configurable: true });
      await act(async () => void input.dispatchEvent(new Event('change', { bubbles: true })));
      await act(async () => void (await new Promise((resolve) => setTimeout(resolve, 10))));
    };
    await choose('something else');
    expect(section('data').textContent).toContain('mine.json holds no settings');
    await choose('{"sidelight-settings":1,"marked":"all","openBy":"telepathy"}');
    expect(section('data').querySelector('code')?.textContent).toMatch(/openBy/);
    expect(stored).toEqual(DEFAULT_SETTINGS);
    await press(section('data'), 'Use these settings');
    expect(stored).toEqual({ ...DEFAULT_SETTINGS, marked: 'all' });
  });

  test('erase everything only after a second word', async () => {
    await show();
    await press(section('data'), 'Erase everything…');
    expect(erased).toBe(0);
    await press(section('data'), 'Erase everything now');
    expect([erased, section('data').textContent]).toEqual([1, expect.stringContaining('has been erased')]);
  });
});

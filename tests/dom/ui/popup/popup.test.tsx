import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../../src/core/settings/settings.ts';
import type { PageReport } from '../../../../src/messages/to-page.ts';
import { Popup, type PopupProps } from '../../../../src/ui/popup/popup.tsx';

const REPORT: PageReport = {
  url: 'https://news.example/',
  revision: 1,
  facts: { date: null, urls: [], titles: [] },
  articleDate: null,
  state: 'done',
  truncated: false,
  stopped: false,
  mentions: [{ text: 'Acme', entity: 'acme', name: 'Acme', kind: 'vendor', nth: 1, statements: 2, why: [] }],
  card: null,
  timings: { read: 0, spot: 0, mark: 0 },
};

let root: HTMLElement;
let stored: Settings;

async function show(over: Partial<PopupProps> & { report?: PageReport } = {}): Promise<void> {
  const { report = REPORT, ...props } = over;
  stored = props.settings ?? DEFAULT_SETTINGS;
  await act(async () =>
    render(
      <Popup
        worker={{
          datasetInfo: async () => ({
            version: '2026.11.24',
            entities: 1,
            statements: 2,
            updates: 'no-repository' as const,
          }),
        }}
        page={{
          report: async () => report,
          openMention: async () => null,
          annotate: async () => null,
          stopReading: async () => null,
        }}
        host="news.example"
        isPrivate={false}
        settings={stored}
        changeSettings={async (change) => {
          stored = change(stored);
          return stored;
        }}
        askForAccess={null}
        openPanel={async () => undefined}
        openSettings={async () => undefined}
        openLibrary={async () => undefined}
        close={() => undefined}
        today="2026-11-28"
        {...props}
      />,
      root,
    ),
  );
  await settle();
}

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 10))));
const flip = (index: number) =>
  act(async () => root.querySelectorAll<HTMLElement>('[role="switch"]')[index]?.click());
const main = () => root.querySelector('main')?.textContent ?? '';

beforeEach(() => {
  document.body.innerHTML = '<div id="root"></div>';
  root = document.getElementById('root') as HTMLElement;
});

describe('the popup', () => {
  test('says so when only the beginning of a page was read', async () => {
    await show({ report: { ...REPORT, truncated: true } });
    expect(main()).toContain('only its beginning was read');
  });

  test('says what holds in a private window, and only there', async () => {
    await show();
    expect(main()).not.toContain('Private window');
    await show({ host: null, isPrivate: true });
    expect(main()).toContain('nothing about its pages is stored');
    expect(main()).toContain('Acme');
  });

  test('stores no rule where it is given no host, as in a private window: the page is asked instead', async () => {
    let asked = 0;
    const annotate = async () => {
      asked++;
      return null;
    };
    const report: PageReport = { ...REPORT, state: 'no-article', mentions: [] };
    await show({
      host: null,
      page: {
        report: async () => report,
        openMention: async () => null,
        annotate,
        stopReading: async () => null,
      },
    });
    await act(async () => root.querySelector<HTMLElement>('main button')?.click());
    await settle();
    expect([asked, stored.sites]).toEqual([1, {}]);
  });

  test.each([
    ['stops the reading of a long page', { state: 'reading' }, 'stopReading'],
    ['goes on with it', { stopped: true }, 'annotate'],
  ] as const)('%s', async (_, over, message) => {
    const asked: string[] = [];
    const note = (name: string) => async () => {
      asked.push(name);
      return null;
    };
    const report: PageReport = { ...REPORT, ...over };
    await show({
      page: {
        report: async () => report,
        openMention: async () => null,
        annotate: note('annotate'),
        stopReading: note('stopReading'),
      },
    });
    expect(main()).toContain('Acme');
    await act(async () => root.querySelector<HTMLElement>('main button:not(.entity)')?.click());
    expect(asked).toEqual([message]);
  });

  test('lists what was found', async () => {
    await show();
    expect(main()).toContain('1 mention of 1 entity');
    expect(root.querySelector('.entity')?.textContent).toBe('Acmecompany1×');
  });

  test('switches this site off and on again, and leaves the others alone', async () => {
    await show({ settings: { ...DEFAULT_SETTINGS, sites: { 'other.example': 'always' } } });
    await flip(0);
    expect(stored.sites).toEqual({ 'other.example': 'always', 'news.example': 'off' });
    expect(main()).toBe('Sidelight is switched off on this site.');
    await flip(0);
    await settle();
    expect(stored.sites).toEqual({ 'other.example': 'always' });
    expect(main()).toContain('Acme');
  });

  test('switches everything off; then the site’s switch waits', async () => {
    await show();
    await flip(1);
    expect([stored.enabled, main()]).toEqual([false, 'Sidelight is switched off.']);
    expect(root.querySelector<HTMLInputElement>('[role="switch"]')?.disabled).toBe(true);
  });

  test('offers to look for names where no article was seen', async () => {
    await show({ report: { ...REPORT, state: 'no-article', mentions: [] } });
    await act(async () => root.querySelector<HTMLElement>('main button')?.click());
    expect(stored.sites).toEqual({ 'news.example': 'always' });
    expect(root.querySelector('main button')).toBeNull();
  });

  test('asks for access where there is none', async () => {
    let asked = 0;
    await show({ askForAccess: async () => asked++ });
    await act(async () => root.querySelector<HTMLElement>('main button')?.click());
    expect(asked).toBe(1);
  });

  test.each([
    ['Open side panel', 'openPanel'],
    ['Open the library', 'openLibrary'],
    ['Settings', 'openSettings'],
  ] as const)('“%s” does so, and the popup closes', async (words, way) => {
    const done: string[] = [];
    await show({ [way]: async () => void done.push(way), close: () => void done.push('closed') });
    const button = [...root.querySelectorAll<HTMLElement>('nav button')].find(
      ({ textContent }) => textContent === words,
    );
    await act(async () => button?.click());
    expect(done).toEqual([way, 'closed']);
  });

  test('offers no switch for pages that are none of the web', async () => {
    await show({ host: null, page: null });
    expect(root.querySelectorAll('[role="switch"]')).toHaveLength(1);
    expect(main()).toContain('cannot be read');
  });
});

/** The side panel over a page that answers, changes, and goes away. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Card, CardRelation } from '../../../../src/core/dataset/card.ts';
import type { PageReport, ReportedMention } from '../../../../src/messages/to-page.ts';
import type { PanelPage } from '../../../../src/ui/panel/follow.ts';
import { Panel } from '../../../../src/ui/panel/panel.tsx';
import { aCardStatement, aSource } from '../../../helpers/builders.ts';
import { aCard } from '../../../unit/ui/a-card.ts';

const relation = (type: CardRelation['type'], id: string): CardRelation => ({
  type,
  target: { id, name: id, kind: 'vendor' },
  inverse: false,
  sources: [aSource({ url: `https://source.example/${id}` })],
});
const later = aCardStatement({
  id: 'square/later',
  known: '2024',
  sources: [aSource({ published: '2024' })],
});
const CARDS: readonly Card[] = [
  aCard({
    id: 'square',
    name: 'Square Watch',
    statements: [later],
    relations: [relation('supplied-by', 'acme')],
  }),
  aCard({ id: 'acme', name: 'Acme', kind: 'vendor', relations: [relation('member-of', 'club')] }),
  aCard({ id: 'club', name: 'Club', kind: 'organisation' }),
  aCard({ id: 'far', name: 'Far Away', kind: 'vendor', relations: [relation('member-of', 'club')] }),
];

/** By names that need not stand on the page. */
const WAYS = [
  ['square', 'acme'],
  ['acme', 'club', 'far'],
];

function mention(entity: string): ReportedMention {
  const card = CARDS.find(({ id }) => id === entity);
  return {
    text: entity,
    entity,
    name: card?.name ?? '',
    kind: card?.kind ?? 'law',
    nth: 1,
    statements: 1,
    why: [],
  };
}

function aReport(over: Partial<PageReport> = {}): PageReport {
  return {
    url: 'https://news.example/',
    revision: 1,
    facts: { date: '2022-03-21', urls: [], titles: [] },
    articleDate: '2022-03-21',
    state: 'done',
    truncated: false,
    stopped: false,
    mentions: ['square', 'acme', 'square'].map(mention),
    card: null,
    timings: { read: 0, spot: 0, mark: 0 },
    ...over,
  };
}

let root: HTMLElement;
let opened: number[];
let libraries: number;
let moved: () => void;
let page: PanelPage | null;

/** A page whose next change is told by the test. */
function aPage(report: PageReport): { page: PanelPage; change: (next: PageReport) => void } {
  let current = report;
  let tell: (revision: number) => void = () => undefined;
  return {
    page: {
      report: async () => current,
      waitForChange: () =>
        new Promise((resolve) => {
          tell = resolve;
        }),
      openMention: async ({ index }) => {
        opened.push(index);
        return null;
      },
    },
    change: (next) => {
      current = next;
      tell(next.revision);
    },
  };
}

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 20))));

async function show(first: PanelPage | null): Promise<void> {
  page = first;
  const worker = {
    cards: async ({ ids }: { readonly ids: readonly string[] }) => CARDS.filter(({ id }) => ids.includes(id)),
    path: async ({ from, to }: { readonly from: string; readonly to: string }) =>
      WAYS.find((way) => way[0] === from && way.at(-1) === to) ?? null,
    datasetInfo: async () => ({
      version: '2026.11.24',
      entities: 3,
      statements: 1,
      updates: 'no-repository' as const,
    }),
  };
  const source = {
    current: async () => page,
    onMoved: (callback: () => void) => {
      moved = callback;
    },
    wait: () => new Promise<void>((resolve) => setTimeout(resolve, 1)),
  };
  await act(async () =>
    render(
      <Panel source={source} worker={worker} openLibrary={async () => void libraries++} today="2026-11-28" />,
      root,
    ),
  );
  await settle();
}

const texts = (selector: string) =>
  [...root.querySelectorAll(selector)].map((found) => (found.textContent ?? '').replace(/\s+/g, ' ').trim());

beforeEach(() => {
  opened = [];
  libraries = 0;
  document.body.innerHTML = '<div id="root"></div>';
  root = document.getElementById('root') as HTMLElement;
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => render(null, root));

describe('the panel', () => {
  test('lists what the page names by kind, and leads to every mention', async () => {
    await show(aPage(aReport()).page);
    expect(texts('.article')).toEqual(['Article of 21 March 2022']);
    expect(texts('.kind-group h3')).toEqual(['Companies 1', 'Projects 1', 'Places']);
    expect(texts('.entities .name')).toEqual(['Acme', 'Square Watch']);
    for (const button of root.querySelectorAll<HTMLElement>('.jumps button')) button.click();
    expect(opened).toEqual([0, 2]);
    expect(texts('footer p')).toEqual([
      'Dataset of 24 November 2026 · 4 days ago · 3 entities · 1 statement',
    ]);
  });

  test('leads to the library, also where no page is', async () => {
    await show(null);
    await act(async () => root.querySelector<HTMLElement>('footer button')?.click());
    expect([libraries, ...texts('footer button')]).toEqual([1, 'Open the library']);
  });

  test('of a name that stands there hundreds of times, leads to the first, and to the rest when asked', async () => {
    await show(aPage(aReport({ mentions: Array.from({ length: 300 }, () => mention('acme')) })).page);
    expect(texts('.jumps button').length).toBeLessThan(30);
    await act(() => root.querySelector<HTMLElement>('.found-places .more')?.click());
    expect(texts('.jumps button')).toHaveLength(300);
  });

  test.each([
    ['with names', {}],
    ['without a name', { mentions: [] }],
  ])('says so when only the beginning of a page was read, %s', async (_, over) => {
    await show(aPage(aReport(over)).page);
    expect(root.textContent).not.toContain('only its beginning was read');
    await show(aPage(aReport({ ...over, truncated: true })).page);
    render(null, root);
    await show(page);
    expect(root.textContent).toContain('only its beginning was read');
  });

  test('says what has come out since, and how the names are connected, with sources', async () => {
    await show(aPage(aReport()).page);
    expect(texts('#changes')).toEqual(['Since the article 1']);
    expect(texts('.link-line b')).toEqual(['Square Watch', 'acme']);
    const hrefs = [...root.querySelectorAll('.picture a')].map((link) => link.getAttribute('href'));
    expect(hrefs).toEqual([expect.stringContaining('https://source.example/acme')]);
  });

  test('the picture is one stop for Tab; arrows move in it, Enter chooses', async () => {
    await show(aPage(aReport()).page);
    const nodes = () => [...root.querySelectorAll<SVGElement>('.node')];
    expect(nodes().filter((node) => node.getAttribute('tabindex') === '0')).toHaveLength(1);
    const picture = root.querySelector('.picture');
    act(() => void picture?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })));
    expect(texts('.chosen h3')).toHaveLength(1);
    expect(nodes().filter((node) => node.getAttribute('aria-pressed') === 'true')).toHaveLength(1);
  });

  const choose = async (index: number, value: string) => {
    const select = root.querySelectorAll('select')[index];
    if (!select) throw new Error('no select');
    select.value = value;
    act(() => void select.dispatchEvent(new Event('change', { bubbles: true })));
    await settle();
  };

  test('finds the way between two names, and says when there is none', async () => {
    await show(aPage(aReport({ mentions: ['square', 'acme', 'club'].map(mention) })).page);
    await choose(0, 'square');
    await choose(1, 'acme');
    expect(texts('.steps > li')).toEqual([expect.stringContaining('Square Watch supplied by acme')]);
    await choose(1, 'club');
    expect(texts('.steps > li')).toEqual([]);
    expect(texts('.path [aria-live] .note')).toEqual(['The dataset records no way between these two.']);
  });

  test('a name that a way has connected is not said to be alone any more', async () => {
    await show(aPage(aReport({ mentions: ['square', 'acme', 'far'].map(mention) })).page);
    const alone = () => texts('section .note').filter((note) => note.startsWith('Not connected'));
    expect(alone()).toEqual(['Not connected with the others here: Far Away']);
    await choose(0, 'acme');
    await choose(1, 'far');
    expect(texts('.node')).toContain('Far Away');
    expect(alone()).toEqual([]);
  });

  test('nor is it said that nothing is connected, once a way is drawn', async () => {
    await show(aPage(aReport({ mentions: ['acme', 'far'].map(mention) })).page);
    const none = () => texts('section .note').filter((note) => note.includes('no connection between'));
    expect(none()).toHaveLength(1);
    await choose(0, 'acme');
    await choose(1, 'far');
    expect(none()).toEqual([]);
  });

  test('follows the page when it changes, and the tab when another is shown', async () => {
    const first = aPage(aReport());
    await show(first.page);
    first.change(aReport({ revision: 2, mentions: [mention('acme')] }));
    await settle();
    expect(texts('.entities .name')).toEqual(['Acme']);

    page = aPage(aReport({ state: 'no-article', mentions: [] })).page;
    moved();
    await settle();
    expect(texts('.state')).toEqual([expect.stringContaining('does not look like an article')]);
    // Too late: another tab is shown.
    first.change(aReport({ revision: 3 }));
    await settle();
    expect(texts('.entities .name')).toEqual([]);
  });

  const never = () => new Promise<never>(() => undefined);
  const deaf = (report: PanelPage['report']): PanelPage => ({ ...aPage(aReport()).page, report });

  test('says so when the page cannot be read', async () => {
    await show(deaf(() => Promise.reject(new Error('nobody'))));
    expect(texts('.state')).toEqual([expect.stringContaining('cannot be read')]);
  });

  test('says so when the page does not answer, also while other tabs move all the time', async () => {
    await show(deaf(never));
    const moving = setInterval(() => moved(), 1);
    await settle();
    clearInterval(moving);
    expect(texts('.state')).toEqual([expect.stringContaining('cannot be read')]);
  });

  test('says at once that there is no page, and takes the next one', async () => {
    await show(null);
    expect(texts('.state')).toEqual([expect.stringContaining('no page here')]);
    page = aPage(aReport()).page;
    moved();
    await settle();
    expect(texts('.entities .name')).toEqual(['Acme', 'Square Watch']);
  });
});

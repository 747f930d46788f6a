/** Which tab the panel and the popup are about. */
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';

interface FakeTab {
  readonly id: number;
  readonly url?: string;
  readonly active: boolean;
  readonly lastAccessed: number;
  readonly incognito: boolean;
}

const tab = (id: number, over: Partial<FakeTab> = {}): FakeTab => ({
  id,
  url: `https://news.example/${id}`,
  active: false,
  lastAccessed: id,
  incognito: false,
  ...over,
});
let tabs: FakeTab[] = [];
let own: number | null = null;
const listeners: ((id: number, change: object, tab: FakeTab) => void)[] = [];
const nothing = { addListener: () => undefined, removeListener: () => undefined };

vi.stubGlobal('browser', {
  runtime: { id: 'x' },
  tabs: {
    query: async ({ active }: { active?: boolean }) => tabs.filter((one) => !active || one.active),
    get: async (id: number) => tabs.find((one) => one.id === id) ?? Promise.reject(new Error('no tab')),
    getCurrent: async () => tabs.find((one) => one.id === own),
    onActivated: nothing,
    onUpdated: {
      ...nothing,
      addListener: (listener: (typeof listeners)[number]) => listeners.push(listener),
    },
  },
});
afterAll(() => void vi.unstubAllGlobals());
const { shownTab, onTabMoved } = await import('../../../src/browser/tabs.ts');

const PANEL = 'chrome-extension://x/sidepanel.html';
beforeEach(() => {
  own = null;
  listeners.length = 0;
});

describe('the tab that is shown', () => {
  test('is the active one, or the one that the address names', async () => {
    tabs = [tab(1), tab(2, { active: true })];
    expect((await shownTab(PANEL))?.id).toBe(2);
    expect((await shownTab(`${PANEL}?tab=1`))?.id).toBe(1);
    expect(await shownTab(`${PANEL}?tab=9`)).toBeNull();
  });

  test('of a panel that is a tab itself is the page that was looked at last', async () => {
    own = 4;
    const panel = tab(4, { active: true, url: PANEL });
    tabs = [tab(1, { lastAccessed: 5 }), tab(2), tab(3, { url: 'about:config', lastAccessed: 9 }), panel];
    expect((await shownTab(PANEL))?.id).toBe(1);
    tabs = [panel];
    expect(await shownTab(PANEL)).toBeNull();
  });

  test('moves when it loads another page, and not when one in the background does', () => {
    const moved = vi.fn();
    let shown: number | null = 1;
    onTabMoved(moved, new AbortController().signal, () => shown);
    const load = (id: number, active: boolean) =>
      listeners[0]?.(id, { status: 'complete' }, tab(id, { active }));
    load(7, false);
    expect(moved).toHaveBeenCalledTimes(0);
    load(1, false);
    load(7, true);
    expect(moved).toHaveBeenCalledTimes(2);
    shown = null;
    load(7, false);
    expect(moved).toHaveBeenCalledTimes(3);
  });
});

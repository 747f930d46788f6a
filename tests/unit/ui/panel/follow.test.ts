import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PageReport } from '../../../../src/messages/to-page.ts';
import { followPage, type PageView, type PanelPage } from '../../../../src/ui/panel/follow.ts';

const never = () => new Promise<never>(() => {});
const after = <T>(milliseconds: number, value: T) =>
  new Promise<T>((done) => setTimeout(() => done(value), milliseconds));

/** A page that answers after so many milliseconds, and never changes; null for one that hangs. */
function aPage(revision: number, answersAfter: number | null): PanelPage {
  return {
    // The rest of a report is not looked at here.
    report: () => (answersAfter === null ? never() : after(answersAfter, { revision } as PageReport)),
    waitForChange: never,
    openMention: never,
  };
}

/** What is shown, and when, while the tab moves from page to page. */
async function shown(moves: readonly [at: number, page: PanelPage | null][], until: number) {
  const seen: string[] = [];
  let page: PanelPage | null = null;
  let moved = () => {};
  const start = Date.now();
  const show = (view: PageView) =>
    seen.push(`${Date.now() - start} ${view.state === 'report' ? view.report.revision : view.state}`);
  const [first, ...others] = moves;
  page = first?.[1] ?? null;
  for (const [at, next] of others)
    setTimeout(() => {
      page = next;
      moved();
    }, at);
  const source = {
    current: async () => page,
    onMoved: (callback: () => void) => {
      moved = callback;
    },
    wait: (milliseconds: number) => after(milliseconds, undefined),
  };
  const end = new AbortController();
  followPage(source, show, end.signal);
  await vi.advanceTimersByTimeAsync(until);
  end.abort();
  return seen;
}

describe('following the page in the active tab', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test.each<[what: string, moves: [number, PanelPage | null][], seen: string[]]>([
    ['a page that answers is shown', [[0, aPage(1, 100)]], ['100 1']],
    ['that there is none is said at once', [[0, null]], ['0 no-page']],
    ['a page that hangs is given up', [[0, aPage(1, null)]], ['3000 unreachable']],
    [
      'the clock of an earlier wait says nothing of the next page',
      [
        [0, aPage(1, 100)],
        [2900, aPage(2, 300)],
      ],
      ['100 1', '3200 2'],
    ],
    [
      'tabs that move all the time do not put off what has to be said',
      [
        [0, aPage(1, null)],
        [1000, aPage(2, null)],
        [2000, aPage(3, null)],
      ],
      ['3000 unreachable'],
    ],
    [
      'what an earlier page answers late is dropped',
      [
        [0, aPage(1, 900)],
        [500, aPage(2, 100)],
      ],
      ['600 2'],
    ],
  ])('%s', async (_, moves, seen) => {
    expect(await shown(moves, 5000)).toEqual(seen);
  });
});

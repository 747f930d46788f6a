/** Follows the page in the active tab: reports it, waits for its next change, and begins anew when another tab is shown. */
import type { Calls } from '../../messages/envelope.ts';
import type { PageReport, ToPage } from '../../messages/to-page.ts';

/** The page's side as the panel uses it. */
export type PanelPage = Pick<Calls<ToPage>, 'report' | 'waitForChange' | 'openMention'>;

export interface PageSource {
  /** The page to show; null when no tab has one. */
  current(): Promise<PanelPage | null>;
  /** Another tab is shown, or another page in it. */
  onMoved(callback: () => void, signal: AbortSignal): void;
  wait(milliseconds: number): Promise<void>;
}

export type PageView =
  | { readonly state: 'looking' | 'unreachable' | 'no-page' }
  | { readonly state: 'report'; readonly report: PageReport; readonly page: PanelPage };

/** Least time between two reports: pages that never rest shall not keep the panel busy. */
const PACE = 600;
/** A page that is loading answers soon; one of the browser's own never does. */
const RETRY = 1_500;
const TRIES_BEFORE_SAYING_SO = 2;
/** A page that hangs does not answer at all, and a call to it is lost only after seconds: nobody waits for that. */
const PATIENCE = 3_000;

/** Calls `show` with each new view until the signal aborts. What an earlier page answers late is dropped. */
export function followPage(source: PageSource, show: (view: PageView) => void, signal: AbortSignal): void {
  let token = 0;
  let isAwaited = false;
  /** Number of the wait: the clock of one that is over has nothing to say of the next. */
  let wait = 0;
  const tell = (view: PageView) => {
    isAwaited = false;
    show(view);
  };
  const follow = async (own: number) => {
    const isOver = () => own !== token || signal.aborted;
    let failures = 0;
    while (!isOver()) {
      try {
        const page = await source.current();
        if (isOver()) return;
        // There is nothing to try again: a tab that gets a page tells of it.
        if (!page) return tell({ state: 'no-page' });
        const report = await page.report(null);
        if (isOver()) return;
        failures = 0;
        tell({ state: 'report', report, page });
        await source.wait(PACE);
        let { revision } = report;
        while (!isOver() && revision === report.revision) revision = await page.waitForChange({ revision });
      } catch {
        if (isOver()) return;
        if (++failures >= TRIES_BEFORE_SAYING_SO) tell({ state: 'unreachable' });
        await source.wait(RETRY);
      }
    }
  };
  /** Not begun anew with each tab that moves, or where tabs move all the time nothing would ever be said. */
  const giveUpWaiting = () => {
    if (isAwaited) return;
    isAwaited = true;
    const own = ++wait;
    void source.wait(PATIENCE).then(() => {
      if (isAwaited && own === wait && !signal.aborted) tell({ state: 'unreachable' });
    });
  };
  const begin = () => {
    const own = ++token;
    giveUpWaiting();
    void follow(own);
  };
  source.onMoved(begin, signal);
  begin();
}

/** Follows the page in the active tab: reports it, waits for its next change, and begins anew when another tab is shown. */
import type { Calls } from '../../messages/envelope.ts';
import type { PageReport, ToPage } from '../../messages/to-page.ts';

/** The page's side as the panel uses it. */
export type PanelPage = Pick<Calls<ToPage>, 'report' | 'waitForChange' | 'openMention'>;

export interface PageSource {
  /** The page to show; null when there is no tab to ask. */
  current(): Promise<PanelPage | null>;
  /** Another tab is shown, or another page in it. */
  onMoved(callback: () => void, signal: AbortSignal): void;
  wait(milliseconds: number): Promise<void>;
}

export type PageView =
  | { readonly state: 'looking' | 'unreachable' }
  | { readonly state: 'report'; readonly report: PageReport; readonly page: PanelPage };

/** Least time between two reports: pages that never rest shall not keep the panel busy. */
const PACE = 600;
/** A page that is loading answers soon; one of the browser's own never does. */
const RETRY = 1_500;
const TRIES_BEFORE_SAYING_SO = 2;

/** Calls `show` with each new view until the signal aborts. What an earlier page answers late is dropped. */
export function followPage(source: PageSource, show: (view: PageView) => void, signal: AbortSignal): void {
  let token = 0;
  const follow = async (own: number) => {
    const isOver = () => own !== token || signal.aborted;
    const page = await source.current();
    let failures = 0;
    while (!isOver()) {
      try {
        if (!page) throw new Error('there is no tab');
        const report = await page.report(null);
        if (isOver()) return;
        failures = 0;
        show({ state: 'report', report, page });
        await source.wait(PACE);
        let { revision } = report;
        while (!isOver() && revision === report.revision) revision = await page.waitForChange({ revision });
      } catch {
        if (isOver()) return;
        if (++failures >= TRIES_BEFORE_SAYING_SO) show({ state: 'unreachable' });
        await source.wait(RETRY);
      }
    }
  };
  const begin = () => {
    const own = ++token;
    void follow(own);
  };
  source.onMoved(begin, signal);
  begin();
}

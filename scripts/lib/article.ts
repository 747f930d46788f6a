/** A page that is open in a browser with the extension: ask what was found on it, point at a mention, see the card open. */
import type { Page } from 'puppeteer-core';
import type { PageReport, ToPage } from '../../src/messages/to-page.ts';
import { callPage, type OpenTab, openTabs } from './extension-calls.ts';
import { Failure } from './failure.mjs';
import type { BrowserWithExtension } from './launch.ts';
import { placeOf } from './places.ts';
import { waitFor } from './wait.ts';

export interface Article {
  readonly page: Page;
  /** Calls a message of the page's protocol, the way the extension's popup does. Rejects with the failure's words. */
  call<K extends keyof ToPage>(name: K, argument: Parameters<ToPage[K]>[0]): Promise<ReturnType<ToPage[K]>>;
  report(): Promise<PageReport>;
  /** Resolves once the page was read, its marks are set and its cards are here; also when it is no article. */
  waitForMarks(timeout?: number): Promise<PageReport>;
  /** Brings the page to the front and moves the mouse onto the words of the mention (an index into the report). */
  hover(index: number): Promise<void>;
  /** Moves the mouse to where no mention is. */
  leave(): Promise<void>;
  /** Resolves once a card is open (of `entity`, when given) and painted. */
  waitForCard(
    entity?: string,
    timeout?: number,
  ): Promise<PageReport & { card: NonNullable<PageReport['card']> }>;
  /** Resolves once no card is open. */
  waitForNoCard(timeout?: number): Promise<PageReport>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** The extension's own page that messages are sent from; see BrowserWithExtension.openExtensionPage. */
  readonly sender: Page;
  readonly url: string;
  /** Milliseconds until the page's text must be there. */
  readonly timeout?: number;
}

/** A page that could not be opened. The message names the address and the reason. */
export class UnreachablePage extends Failure {}

/**
 * How long a report must stay as it is before it counts, in milliseconds. Pages that are filled by scripts look like none
 * at first; cards come a moment after the marks, and one that never comes must not hold up the rest.
 */
const QUIET = { done: 250, off: 250, 'no-article': 1500, 'without cards': 5000 };

/**
 * Opens `url` in a new tab.
 * @throws UnreachablePage when the browser cannot, or the server answers with an error
 */
export async function openArticle(host: BrowserWithExtension, options: OpenOptions): Promise<Article> {
  const { sender, url, timeout = 30_000 } = options;
  const before = new Set((await openTabs(sender)).map(({ id }) => id));
  const page = await host.browser.newPage();
  await page.bringToFront();
  await navigate(page, url, timeout);
  const isNew = ({ id }: OpenTab) => !before.has(id);
  const tab = await waitFor(async () => tabOf(page, (await openTabs(sender)).filter(isNew)), {
    for: 'the new tab',
  });
  return articleIn(page, sender, tab.id);
}

/**
 * The page's tab among those that are new. Another one may have come in the meantime: after an install the extension opens a
 * page of its own, whose tab has no address at first.
 */
function tabOf(page: Page, tabs: readonly OpenTab[]): OpenTab | undefined {
  // The only one needs no address, which the extension may not be allowed to see.
  return tabs.length === 1 ? tabs[0] : tabs.find(({ url }) => url === page.url());
}

async function navigate(page: Page, url: string, timeout: number): Promise<void> {
  let status: number | undefined;
  try {
    // Not `load`: one picture that never arrives would hold it back, and the extension does not wait for it either.
    status = (await page.goto(url, { waitUntil: 'domcontentloaded', timeout }))?.status();
  } catch (cause) {
    throw new UnreachablePage(`cannot open ${url}: ${reasonOf(cause)}`, { cause });
  }
  if (status !== undefined && status >= 400) throw new UnreachablePage(`${url} answers ${status}`);
}

/** `ERR_CONNECTION_REFUSED` and its like, without the driver's words around it. */
function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const code = /\b(?:NS_ERROR|ERR)_\w+/.exec(message)?.[0];
  return (
    code ??
    message.replace(/^Protocol error \([^)]*\): (?:unknown error )?(?:Error: )?/, '').split('\n')[0] ??
    message
  );
}

function articleIn(page: Page, sender: Page, tab: number): Article {
  const call: Article['call'] = (name, argument) => callPage(sender, tab, name, argument);
  const report = () => call('report', null);

  return {
    page,
    call,
    report,
    waitForMarks: (timeout = 30_000) => waitForMarks(page, report, timeout),
    hover: async (index) => {
      const { mentions } = await report();
      const mention = mentions[index];
      if (!mention) throw new Error(`there is no mention ${index}: the page has ${mentions.length}`);
      await page.bringToFront();
      const place = await waitFor(() => placeOf(page, mentions, index), {
        for: `the mark of “${mention.text}”`,
      });
      if (place.covered) throw new CoveredMention(`something lies over “${mention.text}”`);
      // Some steps, as a hand makes them: a jump has no direction and no speed.
      await page.mouse.move(Math.max(0, place.x - 30), Math.max(0, place.y - 20));
      await page.mouse.move(place.x, place.y, { steps: 6 });
    },
    leave: () => page.mouse.move(1, 1, { steps: 4 }),
    waitForCard: async (entity, timeout = 10_000) => {
      const found = await waitFor(
        async () => {
          const now = await report();
          return now.card && (entity === undefined || now.card.entity === entity) && now;
        },
        { for: entity === undefined ? 'a card' : `the card of ${entity}`, timeout },
      );
      await painted(page);
      return found as typeof found & { card: NonNullable<PageReport['card']> };
    },
    waitForNoCard: (timeout = 10_000) =>
      waitFor(
        async () => {
          const now = await report();
          return now.card === null && now;
        },
        { for: 'the card to close', timeout },
      ),
    close: () => page.close(),
  };
}

/** The words are there, but the mouse cannot reach them. */
export class CoveredMention extends Error {}

async function waitForMarks(
  page: Page,
  report: () => Promise<PageReport>,
  timeout: number,
): Promise<PageReport> {
  let last = '';
  let since = performance.now();
  const look = async () => {
    // Nothing is read in a tab behind another, and after an install the first-run page comes to the front at some moment.
    await page.bringToFront();
    const now = await report();
    const key = JSON.stringify([now.state, now.mentions]);
    if (key !== last) [last, since] = [key, performance.now()];
    if (now.state === 'waiting' || now.state === 'reading') throw new Error(`its report says: ${now.state}`);
    const whole = now.mentions.every((mention) => mention.statements !== null);
    return performance.now() - since >= QUIET[whole ? now.state : 'without cards'] && now;
  };
  return waitFor(look, { for: 'the extension to mark the page', timeout });
}

/** Milliseconds; some frames. Only a page whose own world is switched off uses them up. */
const PAINT_LIMIT = 300;

/**
 * Resolves once what has changed is on the screen. A page sandboxed without scripts runs no callback in its own world,
 * which is where a driver's code runs: there, the time limit decides.
 */
async function painted(page: Page): Promise<void> {
  const frames = page.evaluate(nextPaint).catch(() => undefined);
  await Promise.race([frames, new Promise((resolve) => setTimeout(resolve, PAINT_LIMIT))]);
}

/** Runs in the page. A change is on the screen once the frame after its own begins. */
function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}

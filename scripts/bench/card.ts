/**
 * The card in a real browser with the built extension: from the end of the dwell to the painted card, warm and cold; what
 * 200 cards leave behind in memory; and whether any of it moves the page.
 *
 * Warm: script, card and linked cards are there. Cold: a new tab in which nothing was fetched ahead, the card script is not
 * there and the worker is stopped; opened by a click, so that no dwell hides any of it.
 */
import { resolve } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { DEFAULT_SETTINGS } from '../../src/core/settings/settings.ts';
import { type Article, openArticle } from '../lib/article.ts';
import { findChromium } from '../lib/browsers.mjs';
import { buildExtension } from '../lib/build.mjs';
import { callWorker } from '../lib/extension-calls.ts';
import { type BrowserWithExtension, launchBrowser } from '../lib/launch.ts';
import { placeOf } from '../lib/places.ts';
import { folderSite, serve } from '../lib/serve.ts';
import { waitFor } from '../lib/wait.ts';
import {
  armCardClock,
  closedCards,
  nextFrames,
  readCardClock,
  removeEmptyBox,
  showEmptyBox,
  storeSettings,
  totalLayoutShift,
} from './card-page.ts';
import { twoDigits } from './two-digits.ts';

const ROUNDS = 200;
const COLD_ROUNDS = 25;
/** Cards before memory is first looked at: by then everything that is made once has been made. */
const WARM_UP = 20;
const DWELL = 100;
const FLOOR_EVERY = 4;
const DEMO = resolve(import.meta.dirname, '../../assets/demo');

export interface CardFigures {
  readonly p95WarmMs: number;
  readonly medianWarmMs: number;
  /** The same clock on the same machine for an empty box after a timer: what of the above is not ours. */
  readonly floorP95Ms: number;
  readonly floorMedianMs: number;
  readonly p95ColdMs: number;
  readonly medianColdMs: number;
  readonly heapGrowthMb: number;
  /** Elements and text nodes that 200 cards left behind. */
  readonly nodeGrowth: number;
  /** Sum of layout shift scores while the cards came and went. */
  readonly layoutShift: number;
}

export async function benchCard(log: (line: string) => void): Promise<CardFigures> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium found: npm run setup gets one');
  const extension = buildExtension('chromium');
  const server = await serve(folderSite(DEMO));
  const host = await launchBrowser({ browser: 'chromium', executablePath, extension, headless: true });
  try {
    const sender = await host.openExtensionPage('popup.html');
    await callWorker(sender, 'datasetInfo', null);
    await sender.evaluate(storeSettings, {
      ...DEFAULT_SETTINGS,
      timing: { prepare: 0, show: DWELL, grace: 0 },
    });
    const open = () => openArticle(host, { sender, url: `${server.origin}/index.html` });
    const warm = await measureWarm(await open());
    log(
      `card: warm, ${ROUNDS} cards: P95 ${warm.p95WarmMs} ms (median ${warm.medianWarmMs}; an empty box: ${warm.floorP95Ms}, ${warm.floorMedianMs}) after the dwell, heap ${warm.heapGrowthMb} MB, layout shift ${warm.layoutShift}`,
    );
    const cold: number[] = [];
    for (let round = 0; round < COLD_ROUNDS; round++) cold.push(await measureCold(host, open));
    const p95ColdMs = percentile(cold, 0.95);
    log(`card: cold, ${COLD_ROUNDS} tabs, worker stopped: P95 ${p95ColdMs} ms after the click`);
    return { ...warm, p95ColdMs, medianColdMs: percentile(cold, 0.5) };
  } finally {
    await host.browser.close();
    await server.close();
  }
}

async function measureWarm(article: Article): Promise<Omit<CardFigures, 'p95ColdMs' | 'medianColdMs'>> {
  const { page } = article;
  const { mentions } = await article.waitForMarks();
  const session = await page.createCDPSession();
  const times: number[] = [];
  const floor: number[] = [];
  let before: Memory | null = null;
  const count = Math.min(mentions.length, 12);
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    if (round === WARM_UP) before = await memory(session);
    const place = await waitFor(() => placeOf(page, mentions, round % count), { for: 'a marked name' });
    // The page has just been scrolled to the words, and hears of it with its next frame: a rest begins after that.
    await page.evaluate(nextFrames);
    await page.evaluate(armCardClock, 'pointermove');
    await page.mouse.move(place.x, place.y);
    const spent = (await clockOf(page)) - DWELL;
    if (round >= WARM_UP) times.push(spent);
    await page.mouse.move(1, 1);
    await waitFor(() => page.evaluate(closedCards), { for: 'the card to close', polling: 10 });
    if (round % FLOOR_EVERY === 0) floor.push(await measureFloor(page));
  }
  const after = await memory(session);
  return {
    p95WarmMs: percentile(times, 0.95),
    medianWarmMs: percentile(times, 0.5),
    floorP95Ms: percentile(floor, 0.95),
    floorMedianMs: percentile(floor, 0.5),
    heapGrowthMb: twoDigits((after.bytes - (before?.bytes ?? 0)) / 2 ** 20),
    nodeGrowth: after.nodes - (before?.nodes ?? 0),
    layoutShift: await page.evaluate(totalLayoutShift),
  };
}

async function measureFloor(page: Page): Promise<number> {
  await page.evaluate(armCardClock, 'pointermove');
  await page.evaluate(showEmptyBox, DWELL);
  await page.mouse.move(3, 3);
  const spent = (await clockOf(page)) - DWELL;
  await page.evaluate(removeEmptyBox);
  return spent;
}

async function measureCold(host: BrowserWithExtension, open: () => Promise<Article>): Promise<number> {
  host.browser.once('targetcreated', (target) => void target.page().then(holdCardsBack));
  const article = await open();
  const { mentions } = await waitFor(
    async () => {
      const report = await article.report();
      return report.state === 'done' && report;
    },
    { for: 'the marks' },
  );
  if (mentions.some(({ statements }) => statements !== null))
    throw new Error('cards were fetched ahead: this would not be cold');
  const place = await waitFor(() => placeOf(article.page, mentions, 0), { for: 'a marked name' });
  await letCardsGo(article.page);
  await stopWorker(host);
  await article.page.evaluate(armCardClock, 'click');
  await article.page.mouse.click(place.x, place.y);
  const spent = await clockOf(article.page);
  await article.close();
  return spent;
}

/** Milliseconds from the event that the clock was armed for to the painted card. */
async function clockOf(page: Page): Promise<number> {
  return page.evaluate(readCardClock);
}

const held = new WeakMap<Page, { session: CDPSession; context: number }>();

/** Refuses what the page's script asks of the worker about cards, from its first moment on. */
async function holdCardsBack(page: Page | null): Promise<void> {
  if (!page) return;
  const session = await page.createCDPSession();
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name !== 'Sidelight') return;
    held.set(page, { session, context: context.id });
    void session.send('Runtime.evaluate', {
      contextId: context.id,
      expression: `{
        const send = chrome.runtime.sendMessage;
        globalThis.letCardsGo = () => { chrome.runtime.sendMessage = send; held = false; };
        let held = true;
        chrome.runtime.sendMessage = (message, ...rest) =>
          held && message?.name === 'cards' ? Promise.reject(new Error('held back')) : send(message, ...rest);
      }`,
    });
  });
  await session.send('Runtime.enable');
}

async function letCardsGo(page: Page): Promise<void> {
  const found = held.get(page);
  await found?.session.send('Runtime.evaluate', { contextId: found.context, expression: 'letCardsGo()' });
}

async function stopWorker({ browser }: BrowserWithExtension): Promise<void> {
  const target = browser.targets().find((each) => each.type() === 'service_worker');
  if (!target) return;
  const gone = new Promise<void>((resolve) => {
    browser.on('targetdestroyed', (each) => each === target && resolve());
  });
  const worker = await target.worker();
  await worker?.close();
  await gone;
}

interface Memory {
  readonly bytes: number;
  readonly nodes: number;
}

async function memory(session: CDPSession): Promise<Memory> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  return { bytes: usedSize, nodes };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return twoDigits(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
}

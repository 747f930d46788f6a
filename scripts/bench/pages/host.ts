/** A browser with one contestant in it, and what a page costs there. */
import { setTimeout } from 'node:timers/promises';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import type { IndexBytes } from '../../../src/loading/make-index.ts';
import { findChromium } from '../../lib/browsers.mjs';
import { waitFor } from '../../lib/wait.ts';
import { toBase64 } from '../base64.ts';
import type { ContestantExtension } from './extensions.ts';

/** What is used of the extension's own API: these functions run in its worker. */
declare const chrome: {
  storage: {
    local: { get(key: string): Promise<Record<string, unknown>>; set(values: object): Promise<void> };
  };
};

export interface Host {
  readonly name: ContestantExtension['name'];
  readonly browser: Browser;
  readonly extensionId: string;
  close(): Promise<void>;
}

/** What a page has cost since its renderer began. Times are of the processor, in milliseconds: other programs do not count. */
export interface Cost {
  readonly task: number;
  readonly layouts: number;
  readonly styleRecalcs: number;
}

export async function startHost({ name, folder }: ContestantExtension): Promise<Host> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium found: npm run setup gets one');
  const browser = await puppeteer.launch({
    executablePath,
    pipe: true,
    enableExtensions: true,
    defaultViewport: { width: 1280, height: 900 },
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const extensionId = await browser.installExtension(folder);
  return { name, browser, extensionId, close: () => browser.close() };
}

export interface OpenPage {
  readonly page: Page;
  readonly session: CDPSession;
  cost(): Promise<Cost>;
  close(): Promise<void>;
}

/** Opens an address in a renderer of its own, and leaves it alone for `settle` milliseconds: asking would cost it time. */
export async function openPage(host: Host, url: string, settle: number): Promise<OpenPage> {
  const page = await host.browser.newPage();
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
  await setTimeout(settle);
  return {
    page,
    session,
    cost: async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
      return {
        task: value('TaskDuration') * 1000,
        layouts: value('LayoutCount'),
        styleRecalcs: value('RecalcStyleCount'),
      };
    },
    close: () => page.close(),
  };
}

/** The extension's worker, woken if it sleeps. */
async function workerOf({ browser, extensionId }: Host) {
  const page = await browser.newPage();
  // A page of the extension's own wakes the worker; which page, and whether it is there, does not matter.
  await page.goto(`chrome-extension://${extensionId}/manifest.json`).catch(() => undefined);
  const target = await browser.waitForTarget(
    (found) => found.type() === 'service_worker' && found.url().includes(extensionId),
    { timeout: 20_000 },
  );
  const worker = await target.worker();
  await page.close();
  if (!worker) throw new Error('the extension has no worker');
  return worker;
}

/** Gives a contestant an index of the names that ours looks for, as text in its storage. */
export async function giveIndex(contestant: Host, { index, rules }: IndexBytes): Promise<void> {
  const worker = await workerOf(contestant);
  await worker.evaluate(async (linkIndex) => chrome.storage.local.set({ linkIndex }), {
    index: toBase64(index),
    rules: toBase64(rules),
  });
}

/** Resolves once ours has made its index: until then its worker is busy, and its pages wait. */
export async function indexMade(ours: Host): Promise<void> {
  const worker = await workerOf(ours);
  await waitFor(
    () =>
      worker.evaluate(
        async () => (await chrome.storage.local.get('linkIndexRelease')).linkIndexRelease ?? null,
      ),
    { for: 'the index', timeout: 60_000 },
  );
}

/** Changes some of our settings, as its own pages do. */
export async function changeOurSettings(
  ours: Host,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  const worker = await workerOf(ours);
  await worker.evaluate(async (changed) => chrome.storage.local.set({ settings: changed }), settings);
}

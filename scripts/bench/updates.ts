/**
 * Updates: how small a delta is, how long the worker takes to make a new release current, and for how long a card has to wait
 * meanwhile. In Chromium, in the extension as it ships, over a server on loopback.
 */
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CDPSession, Page, Target } from 'puppeteer-core';
import { compileDataset } from '../../src/publish/compile.ts';
import { packDelta, packRelease } from '../../src/publish/release/dataset-file.ts';
import { type Desk, openDesk } from '../../tests/helpers/desk.ts';
import { startHostileServer } from '../../tests/helpers/hostile-server.ts';
import { findChromium } from '../lib/browsers.mjs';
import { buildExtension } from '../lib/build.mjs';
import { callWorker } from '../lib/extension-calls.ts';
import { launchBrowser } from '../lib/launch.ts';
import { waitFor } from '../lib/wait.ts';
import { twoDigits } from './two-digits.ts';
import { makeRelease, withChangedStatements } from './updates-material.ts';
import { watchSwap } from './updates-watch.ts';

const SIZES = (process.env.SIZES ?? '1000,100000').split(',').map(Number);

/** Cards that are asked for in turn, from all over the dataset: as many as a long article has names. */
const NAMES_ON_PAGE = 40;

export async function benchUpdates(log: (line: string) => void): Promise<Record<string, number>> {
  const delta = measureDelta();
  log(`updates: a delta of 1 % changed statements is ${delta.toFixed(2)} % of the whole dataset`);
  const results: Record<string, number> = { deltaPercentOfFull: twoDigits(delta) };
  let longest = 0;
  for (const size of SIZES) {
    const name = `swap${size / 1000}k`;
    const measured = await measureSwap(size, log);
    longest = Math.max(longest, measured.full.block, measured.delta.block);
    results[`${name}Ms`] = twoDigits(measured.alone.swap);
    results[`${name}IndexMs`] = twoDigits(measured.alone.index);
    results[`${name}AskedMs`] = twoDigits(measured.full.swap);
    results[`${name}AskedIndexMs`] = twoDigits(measured.full.index);
    results[`${name}DeltaMs`] = twoDigits(measured.delta.swap);
    results[`${name}BlockMs`] = twoDigits(measured.full.block);
    results[`${name}Block99Ms`] = twoDigits(measured.full.p99);
    results[`${name}DeltaBlockMs`] = twoDigits(measured.delta.block);
    results[`${name}DeltaBlock99Ms`] = twoDigits(measured.delta.p99);
    results[`${name}Cards`] = measured.full.cards;
    results[`${name}CardsLate`] = measured.full.late;
    results[`${name}LateAMinute`] = twoDigits(aMinute(measured.full.late, measured.full.askedFor));
    results[`${name}IdleLateAMinute`] = twoDigits(aMinute(measured.full.idleLate, measured.full.idleFor));
    results[`${name}NoiseMs`] = twoDigits(measured.full.noise);
    results[`${name}CardMedianMs`] = twoDigits(measured.full.usual);
    results[`${name}PeakMb`] = twoDigits(measured.full.peak);
    results[`${name}ThreadPeakMb`] = twoDigits(measured.full.threadPeak);
    log(
      `updates: ${size} entities: whole ${inWords(measured.alone)}, while cards are asked for all the time ${inWords(measured.full)}; ` +
        `delta of 1 % ${inWords(measured.delta)}, ${measured.delta.late} of ${measured.delta.cards} cards late, most ${measured.delta.block.toFixed(0)} ms; of ${measured.full.cards} cards ${measured.full.late} waited more than 50 ms longer (middle ${measured.full.middle.toFixed(0)}, 99 % ${measured.full.p99.toFixed(0)}, most ${measured.full.block.toFixed(0)} ms; ${measured.full.noise.toFixed(0)} ms when idle), ${aMinute(measured.full.late, measured.full.askedFor).toFixed(0)} a minute (${aMinute(measured.full.idleLate, measured.full.idleFor).toFixed(0)} when idle), peak ${measured.full.peak.toFixed(0)} MB in the worker, ${measured.full.threadPeak.toFixed(0)} MB in the thread that loads`,
    );
  }
  results.longestBlockMs = twoDigits(longest);
  return results;
}

function aMinute(count: number, milliseconds: number): number {
  return milliseconds > 0 ? (count * 60_000) / milliseconds : 0;
}

function inWords({ swap, index }: { readonly swap: number; readonly index: number }): string {
  return `${swap.toFixed(0)} ms (index ${index.toFixed(0)} ms more)`;
}

/** On the real dataset. */
function measureDelta(): number {
  const before = compileDataset(resolve('assets/dataset'));
  const after = withChangedStatements(before, 0.01, `${before.version}.1`);
  const full = packRelease(after);
  return (packDelta(packRelease(before), full).bytes.length / full.bytes.length) * 100;
}

/** What is published, day by day: all of it made before the browser starts, which has enough to do then. */
async function makeSites(size: number): Promise<{ desk: Desk; days: { version: string; folder: string }[] }> {
  const desk = await openDesk();
  const third = makeRelease(size, '2026.11.03', 3);
  const days: { version: string; folder: string }[] = [];
  for (const release of [
    makeRelease(size, '2026.11.01', 1),
    // Another seed changes every row, so that no delta is shorter: the whole dataset is replaced.
    makeRelease(size, '2026.11.02', 2),
    third,
    withChangedStatements(third, 0.01, '2026.11.04'),
  ]) {
    await desk.ship(release);
    const folder = join(desk.folder, release.version);
    cpSync(desk.site, folder, { recursive: true });
    days.push({ version: release.version, folder });
  }
  return { desk, days };
}

async function measureSwap(size: number, log: (line: string) => void) {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium found: npm run setup gets one');
  log(`updates: making ${size} entities`);
  const { desk, days } = await makeSites(size);
  const server = await startHostileServer(desk.site);
  const extension = buildExtension('chromium', 'production');
  const host = await launchBrowser({ browser: 'chromium', executablePath, extension, headless: true });
  try {
    const page = await host.openExtensionPage('popup.html');
    await callWorker(page, 'datasetInfo', null);
    const [first, alone, full, delta] = days;
    if (!first || !alone || !full || !delta) throw new Error('four days are needed');
    server.serve(first.folder);
    const { id } = await callWorker(page, 'addRepository', {
      address: server.address,
      fingerprint: desk.fingerprint(),
      label: 'Benchmark',
      colour: '#336699',
    });
    const isHere = async (version: string) => {
      const state = (await callWorker(page, 'updateState', null)).find((row) => row.id === id);
      if (state?.problem) throw new Error(`${state.problem.code}: ${state.problem.detail}`);
      return state?.release?.version === version && state.progress === null;
    };
    await waitFor(() => isHere(first.version), { for: 'the first release', timeout: 240_000 });
    const worker = await workerSession(page);
    const cards = Array.from(
      { length: NAMES_ON_PAGE },
      (_, i) => `${id}~entity-${1 + Math.floor((i * (size - 2)) / (NAMES_ON_PAGE - 1))}`,
    );
    const watch = async ({ version, folder }: (typeof days)[number], asked: readonly string[] = cards) => {
      server.serve(folder);
      const peak = watchHeap(() => Promise.resolve(worker));
      const threadPeak = watchHeap(loadingThread(page));
      const watched = await page.evaluate(watchSwap, id, asked);
      if (!(await isHere(version))) throw new Error(`${version} did not become current`);
      return { ...watched, peak: await peak(), threadPeak: await threadPeak() };
    };
    return { alone: await watch(alone, []), full: await watch(full), delta: await watch(delta) };
  } finally {
    await host.browser.close();
    await server.close();
    desk.remove();
  }
}

async function workerSession(page: Page): Promise<CDPSession> {
  const target = await page.browser().waitForTarget((t) => t.type() === 'service_worker');
  return target.createCDPSession();
}

/** A session of the thread in which datasets are loaded, while there is one. */
function loadingThread(page: Page): () => Promise<CDPSession | null> {
  const sessions = new Map<Target, Promise<CDPSession>>();
  return async () => {
    const thread = page
      .browser()
      .targets()
      .find((target) => target.url().endsWith('/loader.js'));
    if (!thread) return null;
    const session = sessions.get(thread) ?? thread.createCDPSession();
    sessions.set(thread, session);
    return session;
  };
}

/** Largest heap of a thread, with what lies outside of it, in MB; sampled until asked for. */
function watchHeap(sessionNow: () => Promise<CDPSession | null>): () => Promise<number> {
  let peak = 0;
  let isOver = false;
  const sample = async () => {
    const usage = await (await sessionNow())?.send('Runtime.getHeapUsage');
    if (!usage) return;
    const outside = 'backingStorageSize' in usage ? Number(usage.backingStorageSize) : 0;
    peak = Math.max(peak, usage.usedSize + outside);
  };
  const sampling = (async () => {
    while (!isOver) {
      // A thread may be gone before it answers.
      await sample().catch(() => undefined);
      await new Promise((done) => setTimeout(done, 100));
    }
  })();
  return async () => {
    isOver = true;
    await sampling;
    return peak / 2 ** 20;
  };
}

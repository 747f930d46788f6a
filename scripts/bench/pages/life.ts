/** What marks cost a page that lives: layouts and styles, memory, changes, and an hour of a live blog. */
import { setTimeout } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import { waitFor } from '../../lib/wait.ts';
import { median } from '../race.ts';
import { type Cost, changeOurSettings, type Host, openPage } from './host.ts';

/** Layouts and style recalculations while a settled page is marked; it is switched on after it has settled. */
export async function measureCounts(
  ours: Host,
  empty: Host,
  url: string,
): Promise<Pick<Cost, 'layouts' | 'styleRecalcs'>> {
  await changeOurSettings(ours, { enabled: false });
  const counts: { layouts: number; styleRecalcs: number }[] = [];
  for (let round = 0; round < 3; round++) {
    const open = await openPage(ours, url, 1500);
    const rest = await openPage(empty, url, 1500);
    const [before, restBefore] = [await open.cost(), await rest.cost()];
    await changeOurSettings(ours, { enabled: true });
    await setTimeout(1500);
    const [after, restAfter] = [await open.cost(), await rest.cost()];
    if (!(await isMarked(open.page))) throw new Error('the page was not marked when it was switched on');
    counts.push({
      layouts: after.layouts - before.layouts - (restAfter.layouts - restBefore.layouts),
      styleRecalcs:
        after.styleRecalcs - before.styleRecalcs - (restAfter.styleRecalcs - restBefore.styleRecalcs),
    });
    await open.close();
    await rest.close();
    await changeOurSettings(ours, { enabled: false });
  }
  await changeOurSettings(ours, { enabled: true });
  return {
    layouts: median(counts.map(({ layouts }) => layouts)),
    styleRecalcs: median(counts.map(({ styleRecalcs }) => styleRecalcs)),
  };
}

/** Megabytes of script memory, buffers included, above the same page with an empty extension. */
export async function measureMemory(ours: Host, empty: Host, url: string): Promise<number> {
  const used = async (host: Host): Promise<number> => {
    const sizes: number[] = [];
    for (let round = 0; round < 3; round++) {
      const open = await openPage(host, url, 1500);
      sizes.push(await heapOf(open.session));
      await open.close();
    }
    return median(sizes);
  };
  return ((await used(ours)) - (await used(empty))) / 2 ** 20;
}

const CHANGES = 12;
/** Longer than the extension waits for quiet: each change is read by itself. */
const BETWEEN = 400;

/** Milliseconds that one changed paragraph in the middle of the article costs above the same change without the extension. */
export async function measureMutations(ours: Host, empty: Host, url: string): Promise<number> {
  const cost = async (host: Host): Promise<number> => {
    const open = await openPage(host, url, 3500);
    const before = await open.cost();
    for (let i = 0; i < CHANGES; i++) {
      await open.page.evaluate((n) => {
        const paragraphs = document.querySelectorAll('article p');
        const paragraph = paragraphs[(paragraphs.length >> 1) + (n % 5)];
        const first = paragraph?.firstChild;
        if (first) first.nodeValue = `Changed for the ${n}th time. ${first.nodeValue}`;
      }, i);
      await setTimeout(BETWEEN);
    }
    const after = await open.cost();
    await open.close();
    return (after.task - before.task) / CHANGES;
  };
  const differences: number[] = [];
  for (let round = 0; round < 3; round++) differences.push((await cost(ours)) - (await cost(empty)));
  return median(differences);
}

const MOVES = 120;

/** Milliseconds that a movement of the pointer over the text costs above the same movement without the extension. */
export async function measureHover(ours: Host, empty: Host, url: string): Promise<number> {
  const cost = async (host: Host): Promise<number> => {
    const open = await openPage(host, url, 2000);
    await open.page.bringToFront();
    const before = await open.cost();
    for (let i = 0; i < MOVES; i++) {
      // Across the lines, one movement to a frame: resting opens cards, which another benchmark measures.
      await open.page.mouse.move(330 + (i % 40) * 14, 200 + i * 4);
      await setTimeout(17);
    }
    const after = await open.cost();
    await open.close();
    return (after.task - before.task) / MOVES;
  };
  const differences: number[] = [];
  for (let round = 0; round < 3; round++) differences.push((await cost(ours)) - (await cost(empty)));
  return median(differences);
}

/** An hour of a mutation every 200 ms. */
const MUTATIONS = 18_000;
/** The hour is run in so many parts; heaps are compared between the end of the second and the last. */
const PARTS = 10;
/** Milliseconds after which all that was new has been read and marked. */
const RESTING = 1500;

/** Growth of the heap over an hour of a live blog, in percent. The page's clock runs fast: nobody waits for an hour. */
export async function measureSoak(ours: Host, url: string, log: (line: string) => void): Promise<number> {
  const open = await openPage(ours, url, 1500);
  const heaps: number[] = [];
  for (let part = 0; part < PARTS; part++) {
    await open.page.evaluate(live, MUTATIONS / PARTS);
    // Entries come fifty times as fast as in the hour that is meant: what is new is read once they stop. Heaps are compared
    // in that state.
    await waitFor(() => isMarked(open.page), { for: 'marks on the live blog once it rests' });
    await setTimeout(RESTING);
    heaps.push(await heapOf(open.session));
  }
  await open.close();
  log(`pages: heap during the soak: ${heaps.map((bytes) => (bytes / 2 ** 20).toFixed(2)).join(', ')} MB`);
  const [first, last] = [heaps[1] ?? 1, heaps.at(-1) ?? 1];
  return ((last - first) / first) * 100;
}

/** Runs in the page: entries as fast as the extension reads them, each mutation in a task of its own. */
async function live(mutations: number): Promise<void> {
  const { addEntry } = globalThis as unknown as { addEntry: () => void };
  for (let i = 0; i < mutations; i++) {
    addEntry();
    await new Promise((resolve) => globalThis.setTimeout(resolve, 4));
  }
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable');
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.disable');
  const usage = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    embedderHeapUsedSize?: number;
    backingStorageSize?: number;
  };
  return usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
}

function isMarked(page: Page): Promise<boolean> {
  return page.evaluate(() => CSS.highlights.size > 0);
}

/**
 * What the extension costs a page: the built extension in Chromium beside an empty one, mark.js and wrapping, on the same
 * pages in interleaved rounds. Figures are medians of the processor time of the page's main thread, less the empty
 * extension's in the same round, so that neither other programs nor the page's own work count.
 */
import { resolve } from 'node:path';
import { bundlesOf } from '../../src/core/dataset/bundle.ts';
import { makeIndex } from '../../src/loading/make-index.ts';
import { compileDataset } from '../../src/publish/compile.ts';
import { pagesSite, serve } from '../lib/serve.ts';
import { buildContestants } from './pages/extensions.ts';
import { giveIndex, type Host, indexMade, startHost } from './pages/host.ts';
import { measureCounts, measureHover, measureMemory, measureMutations, measureSoak } from './pages/life.ts';
import { makeArticle, makeFrontPage, makeLiveBlog } from './pages/material.ts';
import { type Contest, contest } from './pages/rounds.ts';
import { traceScripts } from './pages/trace.ts';
import { median } from './race.ts';
import { twoDigits } from './two-digits.ts';

export interface PagesFigures {
  readonly notArticleMs: number;
  readonly article2kMs: number;
  readonly article10kMs: number;
  readonly monsterMs: number;
  /** What wrapping takes on the same page: the yardstick of the times here. */
  readonly wrapping10kMs: number;
  readonly longestSliceMs: number;
  readonly layouts: number;
  readonly styleRecalcs: number;
  readonly timesLessThanMarkJs10k: number;
  readonly timesLessThanWrapping2k: number;
  readonly timesLessThanWrapping10k: number;
  readonly timesLessThanWrapping200k: number;
  readonly memoryMb: number;
  readonly soakHeapGrowthPercent: number;
  /** For each movement of the pointer. */
  readonly hoverMs10k: number;
  readonly mutationMs10k: number;
  readonly mutationMsMonster: number;
  /** Of the extension's scripts alone, read from a trace: a check on the differences above. */
  readonly scripts: Readonly<Record<string, number>>;
}

/** Milliseconds that a page is left alone before it is asked what it has cost. */
const SETTLE = { '/front': 900, '/2k': 900, '/10k': 1200, '/monster': 3500 } as const;

export async function benchPages(log: (line: string) => void): Promise<PagesFigures> {
  const release = compileDataset(resolve(import.meta.dirname, '../../assets/dataset'));
  const names = [...new Set(release.aliases.map(({ text }) => text))];
  const shown = release.entities.map(({ name }) => name);
  const site = await serve(
    pagesSite({
      '/front': makeFrontPage(shown),
      '/2k': makeArticle({ words: 2_000, wordsPerElement: 20 }, shown),
      '/10k': makeArticle({ words: 10_000, wordsPerElement: 20 }, shown),
      // 200,000 words in some 50,000 nodes.
      '/monster': makeArticle({ words: 200_000, wordsPerElement: 9 }, shown),
      '/live': makeLiveBlog(shown, 150),
    }),
  );
  const hosts: Host[] = [];
  try {
    for (const extension of await buildContestants(names)) hosts.push(await startHost(extension));
    const [empty, ours, wrapping, markJs] = hosts as [Host, Host, Host, Host];
    await giveIndex(
      wrapping,
      await makeIndex([{ ...release, id: null, bundles: [bundlesOf(release)] }], () => Promise.resolve()),
    );
    await indexMade(ours);
    const run = async (path: keyof typeof SETTLE, contestants: readonly Host[], rounds: number) => {
      const result = await contest(contestants, empty, `${site.origin}${path}`, SETTLE[path], rounds);
      log(`pages: ${path}: ${inWords(result)}`);
      return result;
    };
    const front = await run('/front', [ours], 15);
    const small = await run('/2k', [ours, wrapping], 15);
    const middle = await run('/10k', [ours, wrapping, markJs], 9);
    const monster = await run('/monster', [ours, wrapping], 5);

    const traced: Record<string, number> = {};
    let longest = 0;
    for (const path of ['/front', '/2k', '/10k', '/monster'] as const) {
      const works = [];
      for (let i = 0; i < 3; i++) works.push(await traceScripts(ours, `${site.origin}${path}`, SETTLE[path]));
      traced[path.slice(1)] = twoDigits(median(works.map(({ total }) => total)));
      longest = Math.max(longest, median(works.map((work) => work.longest)));
      log(
        `pages: ${path}: scripts ${traced[path.slice(1)]} ms in all, longest piece ${twoDigits(median(works.map((work) => work.longest)))} ms`,
      );
    }

    const counts = await measureCounts(ours, empty, `${site.origin}/10k`);
    log(`pages: marking causes ${counts.layouts} layouts, ${counts.styleRecalcs} style recalculations`);
    const memory = await measureMemory(ours, empty, `${site.origin}/10k`);
    log(`pages: memory ${twoDigits(memory)} MB above the page`);
    const mutation10k = await measureMutations(ours, empty, `${site.origin}/10k`);
    const mutationMonster = await measureMutations(ours, empty, `${site.origin}/monster`);
    log(
      `pages: a changed paragraph costs ${twoDigits(mutation10k)} ms in 10k words, ${twoDigits(mutationMonster)} ms in 200k`,
    );
    const hover = await measureHover(ours, empty, `${site.origin}/10k`);
    log(`pages: a movement of the pointer costs ${twoDigits(hover)} ms in 10k words`);
    const soak = await measureSoak(ours, `${site.origin}/live`, log);
    return {
      notArticleMs: twoDigits(front.above('ours')),
      article2kMs: twoDigits(small.above('ours')),
      article10kMs: twoDigits(middle.above('ours')),
      monsterMs: twoDigits(monster.above('ours')),
      wrapping10kMs: twoDigits(middle.above('wrapping')),
      longestSliceMs: twoDigits(longest),
      layouts: counts.layouts,
      styleRecalcs: counts.styleRecalcs,
      timesLessThanMarkJs10k: twoDigits(middle.above('mark.js') / middle.above('ours')),
      timesLessThanWrapping2k: twoDigits(small.above('wrapping') / small.above('ours')),
      timesLessThanWrapping10k: twoDigits(middle.above('wrapping') / middle.above('ours')),
      timesLessThanWrapping200k: twoDigits(monster.above('wrapping') / monster.above('ours')),
      memoryMb: twoDigits(memory),
      soakHeapGrowthPercent: twoDigits(soak),
      hoverMs10k: twoDigits(hover),
      mutationMs10k: twoDigits(mutation10k),
      mutationMsMonster: twoDigits(mutationMonster),
      scripts: traced,
    };
  } finally {
    for (const host of hosts) await host.close();
    await site.close();
  }
}

function inWords({ names, above, empty }: Contest): string {
  const parts = names.map((name) => `${name} +${twoDigits(above(name))} ms`);
  return `${parts.join(', ')} (the page itself ${twoDigits(empty)} ms)`;
}

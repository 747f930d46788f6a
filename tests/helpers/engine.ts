/** The library's engine over an in-memory database, as the page's worker has it. */

import { sha256 } from '../../src/browser/digest.ts';
import { createEngine } from '../../src/library/engine.ts';
import type { FactsHost } from '../../src/library/facts-now.ts';
import type { LibraryNews } from '../../src/messages/to-library.ts';
import { createIndexCache } from '../../src/storage/library/index-cache.ts';
import { openLibrary } from '../../src/storage/library/open-library.ts';
import { rescue } from '../../src/storage/library/rescue.ts';

let names = 0;

export interface TestEngine {
  readonly engine: ReturnType<typeof createEngine>;
  readonly news: LibraryNews[];
  readonly name: string;
  /** Resolves once the engine has said that the library changed. */
  settled(): Promise<void>;
}

export function anEngine(over: Partial<FactsHost> = {}, name = `engine-${++names}`): TestEngine {
  const news: LibraryNews[] = [];
  const now = () => '2026-11-28T12:00:00.000Z';
  let ids = 0;
  const engine = createEngine({
    open: () => openLibrary({ name, now, exclusively: (work) => work() }),
    rescue: () => rescue(name),
    cache: createIndexCache(`${name}-index`),
    now,
    newId: () => `new-${++ids}`,
    digest: sha256,
    announce: () => undefined,
    post: (item) => news.push(item),
    estimate: async () => ({ usage: 1000, quota: 1_000_000 }),
    persisted: async () => true,
    languageName: (tag) => tag,
    cards: async () => [],
    withdrawals: async () => [],
    redirects: async () => new Map(),
    datasets: async () => new Set(),
    ...over,
  });
  return {
    engine,
    news,
    name,
    settled: async () => {
      for (let i = 0; i < 200 && !news.some((item) => item.sidelight === 'changed'); i++)
        await new Promise((resolve) => setTimeout(resolve, 10));
    },
  };
}

/**
 * An update that dies, for a page of a real browser: the worker's own parts over that browser's IndexedDB and fetch. Only the
 * extension's surroundings are missing, which have no part in what is written.
 */
import type { Release } from '../../src/core/dataset/release.ts';
import { openDatasetDatabase } from '../../src/storage/dataset-database.ts';
import { createLife, Killed, makeMortal } from './mortal.ts';
import { createReader, type Reader } from './reader.ts';

export interface MortalUpdate {
  readonly name: string;
  readonly bundled: Release;
  /** The worker dies after so many requests and operations. */
  readonly last: number;
}

export interface AfterDeath {
  /** The update came to its end before the worker died. */
  readonly finished: boolean;
  /** What the cards of the next worker say, each once. */
  readonly found: readonly string[];
  readonly cards: number;
  /** The same after its check. */
  readonly then: readonly string[];
  readonly problem: string | null;
}

/** Begins with the bundled release, dies in the update, and lets another worker go on. */
export async function mortalUpdate({ name, bundled, last }: MortalUpdate): Promise<AfterDeath> {
  const local = new Map<string, unknown>();
  const opened: Reader[] = [];
  const open = () => {
    const reader = createReader({ bundled, name, local });
    opened.push(reader);
    return reader;
  };
  await open().dataset.ready();
  const life = createLife(last, () => new Killed('stopped'));
  const database = openDatasetDatabase(name);
  makeMortal(database, life);
  const dying = createReader({
    bundled,
    database,
    local,
    host: {
      fetch: async (...request) => {
        life.step();
        const response = await fetch(...request);
        life.step();
        return response;
      },
    },
  });
  await dying.updates.check(['core']).catch(() => undefined);
  const finished = life.steps <= last;
  const said = async (reader: Reader) => {
    const cards = await reader.dataset.cards(bundled.entities.map(({ id }) => id));
    return {
      cards: cards.length,
      texts: [...new Set(cards.flatMap((card) => card.statements.map((s) => s.text.en ?? '')))],
    };
  };
  const { cards, texts: found } = await said(open());
  const next = open();
  const { problem } = await next.check();
  const { texts: then } = await said(next);
  for (const reader of opened) reader.database.close();
  database.close();
  await openDatasetDatabase(name).delete();
  return { finished, found, cards, then, problem: problem && `${problem.code}: ${problem.detail}` };
}

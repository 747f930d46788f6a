/** A reader in a real browser with the testing build: adds a dataset, checks for updates, and reads what its cards say. */
import type { ToWorker } from '../../src/messages/to-worker.ts';
import type { RepositoryState } from '../../src/messages/update-state.ts';
import { ALL_IDS } from './attacks.ts';
import { type TestBrowser, waitFor } from './browser.ts';
import type { Desk } from './desk.ts';
import type { HostileServer } from './hostile-server.ts';

export interface BrowserReader {
  readonly id: string;
  state(): Promise<RepositoryState>;
  /** Starts a check and waits until it is over. */
  check(): Promise<RepositoryState>;
  /** The version that every card says; `nothing` when there are none. Fails when they do not agree. */
  held(): Promise<string>;
  remove(): Promise<void>;
}

/** Adds the desk's repository, and waits for the first check. */
export async function addReader(
  browser: TestBrowser,
  desk: Desk,
  server: HostileServer,
  label = 'Attacked',
): Promise<BrowserReader> {
  const call = <K extends keyof ToWorker>(name: K, argument: Parameters<ToWorker[K]>[0]) =>
    browser.callWorker(name, argument);
  const { id } = await call('addRepository', {
    address: server.address,
    fingerprint: desk.fingerprint(),
    label,
    colour: '#336699',
  });
  const state = async () => {
    const found = (await call('updateState', null)).find((row) => row.id === id);
    if (!found) throw new Error(`${id} is gone`);
    return found;
  };
  const settled = (since: number | null) =>
    waitFor(
      async () => {
        const now = await state();
        return now.progress === null && now.attempted !== null && now.attempted !== since ? now : null;
      },
      { for: 'the end of a check', timeout: 100_000, polling: 50 },
    );
  await settled(null);
  return {
    id,
    state,
    async check() {
      const { attempted } = await state();
      await call('checkForUpdates', { repository: id });
      return settled(attempted);
    },
    async held() {
      const cards = await call('cards', { ids: ALL_IDS.map((entity) => `${id}~${entity}`) });
      const texts = new Set(cards.flatMap((card) => card.statements.map((s) => s.text.en)));
      if (texts.size > 1) throw new Error(`the cards do not agree: ${[...texts].join(' ')}`);
      return /As of (.*)\./.exec([...texts][0] ?? '')?.[1] ?? 'nothing';
    },
    remove: async () => void (await call('removeRepository', { id })),
  };
}

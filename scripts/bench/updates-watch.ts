/** Runs in the extension's own page: starts a check, and asks for cards all the while it goes on, if any are named. */

export interface Watched {
  /** Milliseconds from the downloaded file to the new release being current. */
  readonly swap: number;
  /** Milliseconds from there to the new index being stored. */
  readonly index: number;
  /** How much longer than usual the slowest card took, in milliseconds. */
  readonly block: number;
  /** The same of the 99th of a hundred cards, and of the one in the middle. */
  readonly p99: number;
  readonly middle: number;
  /** How often two cards were asked for meanwhile, and how often they came more than 50 ms later. */
  readonly cards: number;
  readonly late: number;
  /** The usual time of a card. */
  readonly usual: number;
  /**
   * What the machine and the browser add by themselves: of a thousand cards asked for in the same way while nothing was going on,
   * how much longer than usual the slowest took, and how many waited more than 50 ms longer.
   */
  readonly noise: number;
  readonly idleLate: number;
  /** Milliseconds that those were asked for, and those meanwhile: how many are late in a minute can be compared. */
  readonly idleFor: number;
  readonly askedFor: number;
}

/** Everything it needs is inside: the driver sends it as text. */
export async function watchSwap(repository: string, cards: readonly string[]): Promise<Watched> {
  interface Reply {
    readonly ok: boolean;
    readonly value: unknown;
  }
  interface State {
    readonly id: string;
    readonly attempted: number | null;
    readonly progress: { readonly step: string } | null;
  }
  const { chrome } = globalThis as unknown as {
    chrome: { runtime: { sendMessage(message: unknown): Promise<Reply> } };
  };
  const call = async (name: string, argument: unknown) => {
    const reply = await chrome.runtime.sendMessage({ sidelight: 'call', name, argument });
    // A card that failed would count as one that came.
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
    return reply.value;
  };
  const state = async () =>
    ((await call('updateState', null)) as State[]).find((row) => row.id === repository);
  let next = 0;
  /** Two at a time, in turn: a reader goes over the names of a page and comes back to them. */
  const askForTwo = async () => {
    const ids = [0, 1].flatMap((further) => cards[(next + further) % cards.length] ?? []);
    next += ids.length;
    const start = performance.now();
    const found = (await call('cards', { ids })) as unknown[];
    if (found.length < ids.length) throw new Error(`of ${ids} ${found.length} cards came`);
    return performance.now() - start;
  };
  // A reader who moves the pointer as fast as can be, and no attack.
  const rest = () => new Promise((done) => setTimeout(done, 10));
  const usual: number[] = [];
  const idle = performance.now();
  for (let i = 0; i < 1000 && cards.length > 0; i++) {
    usual.push(await askForTwo());
    await rest();
  }
  const idleFor = performance.now() - idle;
  const before = (await state())?.attempted ?? null;
  const times: number[] = [];
  let isOver = false;
  const asking = (async () => {
    while (!isOver && cards.length > 0) {
      times.push(await askForTwo());
      await rest();
    }
  })();
  const seen = new Map<string, number>();
  const start = performance.now();
  await call('checkForUpdates', { repository });
  for (;;) {
    const now = await state();
    const step = now?.progress?.step;
    if (step !== undefined && !seen.has(step)) seen.set(step, performance.now());
    if (step === undefined && now?.attempted !== before) break;
    // Often at first, so that a small dataset is timed well; later as seldom as the settings page, which asks four times a second.
    const pause = Math.min(250, Math.max(10, (performance.now() - start) / 50));
    await new Promise((done) => setTimeout(done, pause));
  }
  const end = performance.now();
  isOver = true;
  await asking;
  const median = usual.sort((a, b) => a - b)[usual.length >> 1] ?? 0;
  const waits = times.map((time) => time - median).sort((a, b) => a - b);
  const stored = seen.get('indexing') ?? end;
  const began = seen.get('storing') ?? seen.get('downloading') ?? stored;
  return {
    swap: stored - began,
    index: end - stored,
    block: waits.at(-1) ?? 0,
    p99: waits[Math.floor(waits.length * 0.99)] ?? 0,
    middle: waits[waits.length >> 1] ?? 0,
    cards: waits.length,
    late: waits.filter((wait) => wait > 50).length,
    usual: median,
    noise: Math.max(median, ...usual) - median,
    idleLate: usual.filter((time) => time - median > 50).length,
    idleFor,
    askedFor: end - start,
  };
}

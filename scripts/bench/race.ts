/** Side-by-side timing: all contestants in turn, round after round, medians. Absolute times drift with the machine, ratios do not. */

export interface Contestant {
  readonly name: string;
  run(): unknown;
}

/** Before anything counts each contestant runs for so long, and at least so often: compiling goes on in the background meanwhile. */
const WARM_UP_MS = 500;
const WARM_UP_ROUNDS = 3;

/** Median milliseconds of each contestant over `rounds` interleaved rounds. */
export function race(contestants: readonly Contestant[], rounds: number): Map<string, number> {
  const times = new Map<string, number[]>(contestants.map((c) => [c.name, []]));
  for (const contestant of contestants) warmUp(contestant);
  for (let round = 0; round < rounds; round++) {
    for (const contestant of contestants) {
      // Once for nothing: others have run for seconds meanwhile, and a machine takes away what is not used. Who comes after
      // whom must not be what is measured.
      sink = contestant.run();
      const start = performance.now();
      sink = contestant.run();
      times.get(contestant.name)?.push(performance.now() - start);
    }
  }
  return new Map([...times].map(([name, list]) => [name, median(list)]));
}

function warmUp({ run }: Contestant): void {
  const start = performance.now();
  for (let round = 0; round < WARM_UP_ROUNDS || performance.now() - start < WARM_UP_MS; round++) sink = run();
}

/** @public Results go here, so that no compiler may leave the work out. */
export let sink: unknown;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

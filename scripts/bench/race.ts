/** Side-by-side timing: all contestants in turn, round after round, medians. Absolute times drift with the machine, ratios do not. */

export interface Contestant {
  readonly name: string;
  run(): unknown;
}

/** Rounds that are run first and not counted: compiling goes on in the background while the first ones run. */
const WARM_UP = 3;

/** Median milliseconds of each contestant over `rounds` interleaved rounds. */
export function race(contestants: readonly Contestant[], rounds: number): Map<string, number> {
  const times = new Map<string, number[]>(contestants.map((c) => [c.name, []]));
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const contestant of contestants) {
      const start = performance.now();
      sink = contestant.run();
      const time = performance.now() - start;
      if (round >= 0) times.get(contestant.name)?.push(time);
    }
  }
  return new Map([...times].map(([name, list]) => [name, median(list)]));
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

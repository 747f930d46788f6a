/** Contestants on one page, in turn, round after round. */
import { median } from '../race.ts';
import { type Host, openPage } from './host.ts';

export interface Contest {
  readonly names: readonly string[];
  /** Median milliseconds of the page with an empty extension. */
  readonly empty: number;
  /** Median, over the rounds, of what a contestant costs more than the empty extension in the same round. */
  above(name: string): number;
}

export async function contest(
  contestants: readonly Host[],
  empty: Host,
  url: string,
  settle: number,
  rounds: number,
): Promise<Contest> {
  const times = new Map<string, number[]>();
  // The first round warms caches of the browsers, and is not counted.
  for (let round = -1; round < rounds; round++) {
    for (const host of inTurn([empty, ...contestants], round)) {
      const open = await openPage(host, url, settle);
      const { task } = await open.cost();
      await open.close();
      if (round >= 0) times.set(host.name, [...(times.get(host.name) ?? []), task]);
    }
  }
  const emptyTimes = times.get(empty.name) ?? [];
  return {
    names: contestants.map(({ name }) => name),
    empty: median(emptyTimes),
    above: (name) => median(times.get(name) ?? []) - median(emptyTimes),
  };
}

/** Each round begins with another one: what comes first after a pause finds the machine in another state. */
function inTurn<T>(list: readonly T[], round: number): T[] {
  const at = Math.max(0, round) % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

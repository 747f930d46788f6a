/** The first few of many, by score and then by date, without sorting all: most hits are worse than the worst one kept. */
import type { Part } from './parts.ts';

export function createBest(size: number, oldestFirst: boolean) {
  const kept: { score: number; date: number; part: Part; at: number }[] = [];
  const turn = oldestFirst ? -1 : 1;
  const isBetter = (score: number, date: number, than: { score: number; date: number }) =>
    score !== than.score ? score > than.score : (date - than.date) * turn > 0;
  return {
    offer(score: number, date: number, part: Part, at: number) {
      const worst = kept.at(-1);
      if (kept.length >= size && (!worst || !isBetter(score, date, worst))) return;
      let low = 0;
      let high = kept.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        const item = kept[middle];
        if (item && isBetter(score, date, item)) high = middle;
        else low = middle + 1;
      }
      kept.splice(low, 0, { score, date, part, at });
      if (kept.length > size) kept.pop();
    },
    ids: () => kept.map(({ part, at }) => part.segment.ids[at] as string),
  };
}

/**
 * The first few of many, by score and then by date, without sorting all: most hits are worse than the worst one kept. What is
 * equal in both goes by its id, as in the database, which answers before the index is read.
 */
import { compareTexts } from '../../core/text/compare-texts.ts';
import type { Part } from './parts.ts';

interface Kept {
  readonly score: number;
  readonly date: number;
  readonly id: string;
}

export function createBest(size: number, oldestFirst: boolean) {
  const kept: Kept[] = [];
  const turn = oldestFirst ? -1 : 1;
  const isBetter = (score: number, date: number, id: string, than: Kept) => {
    if (score !== than.score) return score > than.score;
    return (date - than.date || compareTexts(id, than.id)) * turn > 0;
  };
  return {
    offer(score: number, date: number, part: Part, at: number) {
      const id = part.segment.ids[at] as string;
      const worst = kept.at(-1);
      if (kept.length >= size && (!worst || !isBetter(score, date, id, worst))) return;
      let low = 0;
      let high = kept.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (isBetter(score, date, id, kept[middle] as Kept)) high = middle;
        else low = middle + 1;
      }
      kept.splice(low, 0, { score, date, id });
      if (kept.length > size) kept.pop();
    },
    ids: () => kept.map(({ id }) => id),
  };
}

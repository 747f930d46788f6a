/**
 * Where on a page a changed passage may stand.
 *
 * Naive: run the approximate search over the whole page, for each passage: 4 to 15 ms for a long one on 10,000 words, and
 * only the single best place comes back. The idea (filter, then verify; Navarro 2001, §8): a passage of which four fifths
 * are left still has most of its four-letter pieces, at nearly the same distance from one another. So the page's pieces are
 * put into a table once; each piece of the passage then votes for the place where the passage would begin, rare pieces with
 * more weight; the few places with most votes are verified. Cost: one pass over the page, then some 0.1 ms for a passage.
 *
 * It does not find what has no four letters in a row left; below SHORTEST the caller searches the whole page instead.
 */

export interface Seeds {
  /** Places where `words` may begin, best first, at most `limit`. */
  places(words: string, limit: number): readonly number[];
}

const GRAM = 4;
/** Passages with fewer units give too few pieces to vote. */
export const SHORTEST_SEEDED = 24;
const BUCKETS = 1 << 16;
/** A piece that stands in so many places tells nothing. */
const MOST_PLACES = 400;
/** Votes for beginnings within this many units count together: insertions and cuts shift what comes after them. */
const WIDTH = 32;

export function createSeeds(text: string): Seeds {
  const grams = Math.max(0, text.length - GRAM + 1);
  const heads = new Int32Array(BUCKETS).fill(-1);
  const sizes = new Int32Array(BUCKETS);
  const next = new Int32Array(grams);
  for (let i = grams - 1; i >= 0; i--) {
    const bucket = gramAt(text, i);
    next[i] = heads[bucket] as number;
    heads[bucket] = i;
    sizes[bucket] = (sizes[bucket] as number) + 1;
  }
  return {
    places(words, limit) {
      const shift = words.length;
      const votes = new Float64Array(((text.length + shift) >> 5) + 2);
      const touched = new Set<number>();
      for (let i = 0; i + GRAM <= words.length; i++) {
        const bucket = gramAt(words, i);
        const size = sizes[bucket] as number;
        if (size === 0 || size > MOST_PLACES) continue;
        const weight = 1 / size;
        for (let at = heads[bucket] as number; at >= 0; at = next[at] as number) {
          const slot = (at - i + shift) >> 5;
          votes[slot] = (votes[slot] as number) + weight;
          touched.add(slot);
        }
      }
      return best(votes, touched, limit).map((slot) => Math.max(0, slot * WIDTH - shift));
    },
  };
}

/** Slots with most votes, neighbours counted in and then left out. */
function best(votes: Float64Array, touched: ReadonlySet<number>, limit: number): number[] {
  const scored = [...touched]
    .map((slot) => ({
      slot,
      score: (votes[slot - 1] ?? 0) + (votes[slot] as number) + (votes[slot + 1] ?? 0),
    }))
    .sort((a, b) => b.score - a.score);
  const chosen: number[] = [];
  for (const { slot } of scored) {
    if (chosen.length >= limit) break;
    if (!chosen.some((other) => Math.abs(other - slot) <= 1)) chosen.push(slot);
  }
  return chosen;
}

function gramAt(text: string, i: number): number {
  const hash =
    Math.imul(text.charCodeAt(i), 0x9e3779b1) ^
    Math.imul(text.charCodeAt(i + 1), 0x85ebca6b) ^
    Math.imul(text.charCodeAt(i + 2), 0xc2b2ae35) ^
    Math.imul(text.charCodeAt(i + 3), 0x27d4eb2f);
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
}

/** A word of the library that is meant by one that is not in it: one letter off. */
import type { Segment } from './segment.ts';

/** Shorter words have too many neighbours. */
const SHORTEST = 4;

/** Words of the segments that differ from this one in a letter put in, left out, changed, or two swapped. */
export function similarWords(segments: readonly Segment[], word: string, limit = 8): string[] {
  if (word.length < SHORTEST) return [];
  const found = new Set<string>();
  for (const { terms } of segments) {
    for (const term of terms) {
      if (Math.abs(term.length - word.length) > 1 || found.has(term)) continue;
      if (isOneOff(term, word)) found.add(term);
      if (found.size >= limit) return [...found];
    }
  }
  return [...found];
}

function isOneOff(a: string, b: string): boolean {
  let i = 0;
  while (i < a.length && i < b.length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  let j = 0;
  while (
    j < a.length - i &&
    j < b.length - i &&
    a.charCodeAt(a.length - 1 - j) === b.charCodeAt(b.length - 1 - j)
  )
    j++;
  const left = a.slice(i, a.length - j);
  const right = b.slice(i, b.length - j);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

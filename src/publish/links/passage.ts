/** Whether a passage's first and last words stand in a text, in this order. */
import { fold } from '../../core/text/fold.ts';

/** Words between the two ends: a passage is a sentence or a few, not a chapter. */
const MAX_BETWEEN = 6_000;

/** Compares folded text: case, marks, quotes, dashes and spaces do not count. */
export function hasPassage(
  text: string,
  { start, end }: { readonly start: string; readonly end: string },
): boolean {
  const page = plain(text);
  const first = plain(start);
  const last = plain(end);
  for (let at = page.indexOf(first); at >= 0; at = page.indexOf(first, at + 1)) {
    const to = page.indexOf(last, at);
    if (to >= 0 && to - at <= MAX_BETWEEN) return true;
  }
  return false;
}

function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

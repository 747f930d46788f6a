/** Where a mention stands, told without a place in the text: by its words, and how often they were there before. */

interface Placed {
  readonly text: string;
  readonly start: number;
}

/** Of each mention, which occurrence of its words, as they are shown, it is; from 1. The mentions are in the text's order. */
export function occurrences(text: string, mentions: readonly Placed[]): number[] {
  // Each goes on where the last mention of the same words was found: a long page has thousands of them.
  const counters = new Map<string, (start: number) => number>();
  return mentions.map((mention) => {
    const words = asShown(mention.text);
    const count = counters.get(words) ?? counterOf(words, text);
    counters.set(words, count);
    return count(mention.start);
  });
}

/** Line breaks and runs of spaces in the source are one space on the screen; a no-break space stays what it is. */
export function asShown(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ');
}

/** Counts what begins before a place, and one more; to be asked from the beginning to the end. */
function counterOf(words: string, text: string): (start: number) => number {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(escaped.replaceAll(' ', '[ \\t\\r\\n]+'), 'g');
  let next = pattern.exec(text);
  let count = 1;
  return (start) => {
    for (; next && next.index < start; next = pattern.exec(text)) count++;
    return count;
  };
}

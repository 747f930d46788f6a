/** A text of any length in parts that can be linked one after the other, so that memory does not grow with it. */

export interface TextPart {
  readonly text: string;
  /** Where the part begins in the whole text, in UTF-16 units. */
  readonly offset: number;
}

/** UTF-16 units of a part: some 170,000 words. What a name needs is looked for within its part. */
const PART_UNITS = 1_000_000;

/**
 * Cuts chunks (of any size) into parts of at most `units`: behind the last blank line of a part, else behind its last line,
 * else its last space. A part without any of these is cut where it is full.
 */
export async function* textParts(
  chunks: AsyncIterable<string>,
  units: number = PART_UNITS,
): AsyncGenerator<TextPart> {
  let waiting = '';
  let offset = 0;
  for await (const chunk of chunks) {
    waiting += chunk;
    while (waiting.length > units) {
      const end = cut(waiting, units);
      yield { text: waiting.slice(0, end), offset };
      offset += end;
      waiting = waiting.slice(end);
    }
  }
  if (waiting !== '' || offset === 0) yield { text: waiting, offset };
}

function cut(text: string, most: number): number {
  for (const mark of ['\n\n', '\n', ' ']) {
    const at = text.lastIndexOf(mark, most - mark.length);
    if (at > 0) return at + mark.length;
  }
  // Not between the halves of one character.
  const last = text.charCodeAt(most - 1);
  return last >= 0xd800 && last <= 0xdbff && most > 1 ? most - 1 : most;
}

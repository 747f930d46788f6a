/** As much of a text as is shown, such as what stands around a saved passage: whole words, and dots only where there is more. */

/** Characters on either side. */
const LENGTH = 160;
/** A word that reaches further into what is shown is cut after all: a script without spaces has no others. */
const LONGEST_WORD = 30;

/** The end of what stands before. */
export function endOf(before: string): string {
  if (before.length <= LENGTH) return before;
  const end = before.slice(-LENGTH);
  const space = end.search(/\s/);
  const isInside = /\S/.test(before.charAt(before.length - LENGTH - 1));
  return `… ${(isInside && space >= 0 && space < LONGEST_WORD ? end.slice(space) : end).trimStart()}`;
}

/** The beginning of what stands after; of another text, as many of its characters as are asked for. */
export function beginningOf(after: string, length = LENGTH): string {
  if (after.length <= length) return after;
  const beginning = after.slice(0, length);
  const space = beginning.search(/\s\S*$/);
  const isInside = /\S/.test(after.charAt(length));
  return `${(isInside && length - space < LONGEST_WORD ? beginning.slice(0, space) : beginning).trimEnd()} …`;
}

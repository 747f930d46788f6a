/** What stands around a saved passage, as much of it as is shown: whole words, and dots only where there is more. */

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

/** The beginning of what stands after. */
export function beginningOf(after: string): string {
  if (after.length <= LENGTH) return after;
  const beginning = after.slice(0, LENGTH);
  const space = beginning.search(/\s\S*$/);
  const isInside = /\S/.test(after.charAt(LENGTH));
  return `${(isInside && LENGTH - space < LONGEST_WORD ? beginning.slice(0, space) : beginning).trimEnd()} …`;
}

/** The lists and objects around a place in a file of notes, outside of the notes themselves: whether items stand there. */

/** Keys of the lists that hold notes: W3C pages and collections, Hypothesis, JSON-LD graphs. */
const LISTS = new Set(['items', 'rows', 'annotations', '@graph']);
/** Containers that are told apart; files of notes have two or three. What lies deeper is only counted. */
const DEEPEST = 100;

export interface Containers {
  /** A list, with the key it stands under, or an object begins. */
  open(kind: 'list' | 'object', key: string): void;
  close(): void;
  /** True where objects are items: in a list of notes, or behind what stood at the top before (JSON Lines). */
  holdItems(): boolean;
  areClosed(): boolean;
}

export function createContainers(): Containers {
  /** As `[key` or `{`. */
  const stack: string[] = [];
  /** Containers beyond those. */
  let deeper = 0;
  let tops = 0;
  return {
    open(kind, key) {
      if (stack.length === 0) tops++;
      if (stack.length < DEEPEST) stack.push(kind === 'list' ? `[${key}` : '{');
      else deeper++;
    },
    close() {
      if (deeper > 0) deeper--;
      else stack.pop();
    },
    holdItems() {
      const top = stack.at(-1);
      if (deeper > 0) return false;
      if (top === undefined) return tops > 0;
      return top.startsWith('[') && (stack.length === 1 || LISTS.has(top.slice(1)));
    },
    areClosed: () => stack.length === 0,
  };
}

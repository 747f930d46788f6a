/**
 * The items of a JSON file of notes, one after another, without holding the file: a file may have 200 MB, or end in the
 * middle. Items are the objects in an array at the top, or under one of the keys that files of notes use; objects on lines
 * of their own (JSON Lines) are items as well. Each is handed on as text; what is broken inside it is for the reader to find.
 */

/** Keys of the lists that hold notes: W3C pages and collections, Hypothesis, JSON-LD graphs. */
const LISTS = new Set(['items', 'rows', 'annotations', '@graph']);
/** An item longer than this is given up: no note is so long, and one that never ends would fill the memory. */
const LONGEST_ITEM = 8_000_000;
/** What of the file is kept beside its items: enough for a file that is one single note. */
const MOST_REST = 2_000_000;

export interface ItemSplitter {
  push(chunk: string): void;
  end(): Remainder;
}

export interface Remainder {
  /** The beginning of an item that the file breaks off in; null when it ends properly. */
  readonly cutOff: string | null;
  /** False when brackets were left open. */
  readonly isClosed: boolean;
  /** Text outside of items, so long as it is short: the head of the file, or a file that is one note. */
  readonly rest: string;
  readonly tooLong: number;
}

export function createItemSplitter(onItem: (text: string) => void): ItemSplitter {
  /** Containers around the place, as `[key` or `{`; none of them is an item. */
  const stack: string[] = [];
  let tops = 0;
  /** Brackets open inside the item that is being read; 0 outside of items. */
  let depth = 0;
  let item: string[] = [];
  let itemSize = 0;
  let inString = false;
  let escaped = false;
  let word = '';
  let key = '';
  let rest = '';
  let tooLong = 0;

  const isList = (): boolean => {
    const top = stack.at(-1);
    if (top === undefined) return tops > 0;
    return top.startsWith('[') && (stack.length === 1 || LISTS.has(top.slice(1)));
  };

  const push = (chunk: string) => {
    let from = 0;
    /** Puts what was read away, as part of the item or of the rest. */
    const take = (to: number) => {
      if (to <= from) return;
      if (depth > 0) {
        itemSize += to - from;
        if (itemSize <= LONGEST_ITEM) item.push(chunk.slice(from, to));
        else item = [];
      } else if (rest.length < MOST_REST) rest += chunk.slice(from, to);
      from = to;
    };
    for (let at = 0; at < chunk.length; at++) {
      const unit = chunk.charCodeAt(at);
      if (inString) {
        if (escaped) escaped = false;
        else if (unit === BACKSLASH) escaped = true;
        else if (unit === QUOTE) inString = false;
        else if (depth === 0 && word.length < 40) word += chunk[at];
        continue;
      }
      if (unit === QUOTE) {
        inString = true;
        word = '';
      } else if (unit === COLON) {
        if (depth === 0) key = word;
      } else if (unit === OPEN_OBJECT || unit === OPEN_ARRAY) {
        if (depth > 0) depth++;
        else if (unit === OPEN_OBJECT && isList()) {
          take(at);
          depth = 1;
          itemSize = 0;
          item = [];
        } else {
          if (stack.length === 0) tops++;
          stack.push(unit === OPEN_ARRAY ? `[${key}` : '{');
          key = '';
        }
      } else if (unit === CLOSE_OBJECT || unit === CLOSE_ARRAY) {
        if (depth === 0) stack.pop();
        else if (depth > 1) depth--;
        else {
          take(at + 1);
          depth = 0;
          if (itemSize > LONGEST_ITEM) tooLong++;
          else onItem(item.join(''));
        }
      }
    }
    take(chunk.length);
  };

  return {
    push,
    end: () => ({
      cutOff: depth > 0 ? item.join('').slice(0, 300) : null,
      isClosed: stack.length === 0 && depth === 0 && !inString,
      rest,
      tooLong,
    }),
  };
}

const QUOTE = 0x22;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;

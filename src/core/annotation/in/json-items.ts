/**
 * The items of a JSON file of notes, one after another, without holding the file: a file may have 200 MB, or end in the
 * middle. Items are the objects in an array at the top, or under one of the keys that files of notes use; objects on lines
 * of their own (JSON Lines) are items as well. Each is handed on as text; what is broken inside it is for the reader to find.
 *
 * A bracket too many or too few would make one item of all that follow. Programs write one note a line, so an item that makes
 * no sense and goes over lines that begin with a brace is taken for broken at the first of these, and read on from there.
 */

/** Keys of the lists that hold notes: W3C pages and collections, Hypothesis, JSON-LD graphs. */
const LISTS = new Set(['items', 'rows', 'annotations', '@graph']);
/** An item longer than this is given up: no note is so long, and one that never ends would fill the memory. */
const LONGEST_ITEM = 8_000_000;
/** How often that is done: each time, what was held is read once more. */
const MOST_RECOVERIES = 50;
/** What of the file is kept beside its items: enough for a file that is one single note. */
const MOST_REST = 2_000_000;
/** Containers around items that are told apart; files of notes have two or three. What lies deeper is only counted. */
const DEEPEST = 100;

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
  /** Containers beyond those. */
  let deeper = 0;
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
    if (deeper > 0) return false;
    if (top === undefined) return tops > 0;
    return top.startsWith('[') && (stack.length === 1 || LISTS.has(top.slice(1)));
  };

  let recoveries = 0;
  /** Gives up an item that makes no sense at its first line that begins another. What follows is to be read again; null if there is none. */
  const recover = (): string | null => {
    const held = item.join('');
    const next = held.indexOf(NEXT_LINE);
    if (next < 0 || recoveries === MOST_RECOVERIES) return null;
    recoveries++;
    depth = 0;
    inString = false;
    escaped = false;
    onItem(held.slice(0, next));
    return held.slice(next);
  };
  const finish = () => {
    depth = 0;
    if (itemSize > LONGEST_ITEM) tooLong++;
    else onItem(item.join(''));
  };

  const push = (chunk: string) => {
    const waiting = [chunk];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) waiting.push(...pushOne(next));
  };
  /** What comes back is to be read again, the last first. */
  const pushOne = (chunk: string): readonly string[] => {
    let from = 0;
    /** Puts what was read away, as part of the item or of the rest. */
    const take = (to: number) => {
      if (to <= from) return;
      if (depth > 0) {
        if (itemSize <= LONGEST_ITEM) item.push(chunk.slice(from, to));
        itemSize += to - from;
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
          if (stack.length < DEEPEST) stack.push(unit === OPEN_ARRAY ? `[${key}` : '{');
          else deeper++;
          key = '';
        }
      } else if (unit === CLOSE_OBJECT || unit === CLOSE_ARRAY) {
        if (depth === 0) {
          if (deeper > 0) deeper--;
          else stack.pop();
        } else if (depth > 1) depth--;
        else {
          take(at + 1);
          const again = isBroken(item) ? recover() : null;
          if (again !== null) return [chunk.slice(at + 1), again];
          finish();
        }
      }
    }
    const wasShort = itemSize <= LONGEST_ITEM;
    take(chunk.length);
    const isEndless = depth > 0 && wasShort && itemSize > LONGEST_ITEM;
    const again = isEndless ? recover() : null;
    if (again !== null) return [again];
    if (isEndless) item = [];
    return [];
  };

  return {
    push,
    end() {
      for (let again = depth > 0 ? recover() : null; again !== null; again = depth > 0 ? recover() : null)
        push(again);
      return {
        cutOff: depth > 0 ? item.join('').slice(0, 300) : null,
        isClosed: stack.length === 0 && depth === 0 && !inString,
        rest,
        tooLong,
      };
    },
  };
}

/** True for an item that goes over several notes' lines and is no JSON. */
function isBroken(item: readonly string[]): boolean {
  const text = item.join('');
  if (!text.includes(NEXT_LINE)) return false;
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}

const NEXT_LINE = '\n{';

const QUOTE = 0x22;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;

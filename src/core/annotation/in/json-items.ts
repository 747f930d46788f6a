/**
 * The items of a JSON file of notes, one after another, without holding the file: a file may have 200 MB, or end in the
 * middle. Items are the objects in an array at the top, or under one of the keys that files of notes use; objects on lines
 * of their own (JSON Lines) are items as well. Each is handed on as text; what is broken inside it is for the reader to find.
 *
 * A bracket too many or too few would make one item of all that follow. Programs write one note a line, so an item that makes
 * no sense and goes over lines that begin with a brace is taken for broken at the first of these, and read on from there.
 */
import { createContainers } from './containers.ts';

/** An item longer than this is given up: no note is so long, and one that never ends would fill the memory. */
const LONGEST_ITEM = 8_000_000;
/** How often an item is given up at a line that begins another: each time, what was held is read once more. */
const MOST_RECOVERIES = 50;
/** What of the file is kept beside its items: enough for a file that is one single note. */
const MOST_REST = 2_000_000;
/** Units of a string outside of items that are kept: enough for any key that matters. */
const LONGEST_KEY = 40;

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
  const around = createContainers();
  /** Brackets open inside the item that is being read; 0 outside of items. */
  let depth = 0;
  let item: string[] = [];
  let itemSize = 0;
  let inString = false;
  let escaped = false;
  /** The last string outside of items, and the last that a colon followed. */
  let word = '';
  let key = '';
  let rest = '';
  let tooLong = 0;
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
  const begin = () => {
    depth = 1;
    itemSize = 0;
    item = [];
  };
  const finish = () => {
    depth = 0;
    if (itemSize > LONGEST_ITEM) tooLong++;
    else onItem(item.join(''));
  };
  /** Puts what was read away, as part of the item or of the rest. */
  const take = (text: string) => {
    if (depth > 0) {
      if (itemSize <= LONGEST_ITEM) item.push(text);
      itemSize += text.length;
    } else if (rest.length < MOST_REST) rest += text;
  };
  /** The same with the end of a chunk. An item that grows too long with it may be a broken one: what is to be read again. */
  const takeLast = (text: string): readonly string[] => {
    const wasShort = itemSize <= LONGEST_ITEM;
    take(text);
    const isEndless = depth > 0 && wasShort && itemSize > LONGEST_ITEM;
    const again = isEndless ? recover() : null;
    if (again !== null) return [again];
    if (isEndless) item = [];
    return [];
  };

  const readInString = (unit: number) => {
    if (escaped) escaped = false;
    else if (unit === BACKSLASH) escaped = true;
    else if (unit === QUOTE) inString = false;
    else if (depth === 0 && word.length < LONGEST_KEY) word += String.fromCharCode(unit);
  };
  /** True when an item begins with this bracket. */
  const opens = (unit: number): boolean => {
    if (depth > 0) depth++;
    else if (unit === OPEN_OBJECT && around.holdItems()) return true;
    else {
      around.open(unit === OPEN_ARRAY ? 'list' : 'object', key);
      key = '';
    }
    return false;
  };
  /** True when the item ends with this bracket. */
  const closes = (): boolean => {
    if (depth === 1) return true;
    if (depth === 0) around.close();
    else depth--;
    return false;
  };
  /** What comes back is to be read again, the last first. */
  const pushOne = (chunk: string): readonly string[] => {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const unit = chunk.charCodeAt(at);
      if (inString) readInString(unit);
      else if (unit === QUOTE) {
        inString = true;
        word = '';
      } else if (unit === COLON) {
        if (depth === 0) key = word;
      } else if (unit === OPEN_OBJECT || unit === OPEN_ARRAY) {
        if (!opens(unit)) continue;
        take(chunk.slice(from, at));
        from = at;
        begin();
      } else if (unit === CLOSE_OBJECT || unit === CLOSE_ARRAY) {
        if (!closes()) continue;
        take(chunk.slice(from, at + 1));
        from = at + 1;
        const again = isBroken(item) ? recover() : null;
        if (again !== null) return [chunk.slice(from), again];
        finish();
      }
    }
    return takeLast(chunk.slice(from));
  };
  const push = (chunk: string) => {
    const waiting = [chunk];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) waiting.push(...pushOne(next));
  };

  return {
    push,
    end() {
      for (let again = depth > 0 ? recover() : null; again !== null; again = depth > 0 ? recover() : null)
        push(again);
      return {
        cutOff: depth > 0 ? item.join('').slice(0, 300) : null,
        isClosed: around.areClosed() && depth === 0 && !inString,
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

/**
 * The half of the matcher that runs here. The other half is compiled from src/matcher to WebAssembly: a worker is woken for
 * one page, and there that runs at once, where a script would be interpreted first and compiled while the reader waits. This
 * half lays in its memory what it works on, and hands it the text window by window.
 */
import { FOLD_TABLE, foldEntry } from '../text/fold.ts';
import { checksumInMemory } from './checked-bytes.ts';
import type { EndingSet } from './endings.ts';
import { type Hits, sortByStart } from './hits.ts';
import type { Layout } from './index-layout.ts';
import { createMatcherInstance, growTo } from './matcher-instance.ts';
import { platform } from './platform.ts';

export interface Matcher {
  /** The index's bytes, as they lie in its memory. Of use until something is looked for: its memory may move then. */
  index(): Uint8Array<ArrayBuffer>;
  /** Their checksum. */
  checksum(): number;
  /** Where in the index everything is; before anything is looked for. */
  setSections(layout: Layout): void;
  /** Appends to `hits` all places between `from` and `to` at which a form begins. `from` does not lie within a word. */
  find(text: string, from: number, to: number, endings: EndingSet | null, hits: Hits): void;
}

/** Units behind a piece that are nearly always enough to see how its last names go on. */
const MARGIN = 128;
/** Bytes that a unit takes as UTF-8 at most; then raw, folded, and as the edge of a word; and units that are written behind the last. */
const UTF8 = 3;
const REST = 2 + 2 + 4;
const SLACK = 64;
/** Latin, Greek, Cyrillic, Hebrew and Arabic letters: units that are filled in together. The others are asked for when they are met. */
const USUAL = 0x650;

const encoder = new platform.TextEncoder();

/** A matcher that looks for the forms of an index of so many bytes, which are to be written into its memory. */
export function createMatcher(length: number): Matcher {
  let base = 0;
  let found: Hits = [];
  const instance = createMatcherInstance({
    classify: foldEntry,
    take(count) {
      for (let i = 0; i < 3 * count; i += 3)
        found.push(base + (taken[i] as number), base + (taken[i + 1] as number), taken[i + 2] as number);
    },
  });
  const index = instance.INDEX.value;
  const piece = instance.PIECE.value;
  const textAt = align(index + length);
  /** Units of the largest window so far. */
  let room = 0;
  let taken = new Int32Array(0);
  let utf8 = new Uint8Array(0);
  const makeRoom = (units: number) => {
    if (units <= room) return;
    room = units;
    growTo(instance, textAt + room * UTF8 + (room + 2 * SLACK) * REST);
    taken = new Int32Array(instance.memory.buffer, instance.HITS.value);
    utf8 = new Uint8Array(instance.memory.buffer, textAt, room * UTF8);
  };
  const unitsAt = () => align(textAt + room * UTF8);
  makeRoom(piece + MARGIN + 1);
  new Int32Array(instance.memory.buffer, instance.FOLD.value).set(FOLD_TABLE.subarray(0, USUAL));

  let language: EndingSet | null = null;
  const speak = (endings: EndingSet | null) => {
    language = endings;
    if (endings === null) {
      instance.layAffixes(textAt, textAt, unitsAt(), room, 0, 0, 0, 0);
      return;
    }
    const { full, cut, afterS, before } = endings;
    // Each string with a space behind it.
    const all = `${full} ${cut} ${afterS} ${before} `;
    makeRoom(all.length);
    const { written } = encoder.encodeInto(all, utf8);
    const counts = [full.length + 1, cut.length + 1, afterS.length + 1, before.length + 1] as const;
    instance.layAffixes(textAt, textAt + written, unitsAt(), room, ...counts);
  };

  return {
    index: () => new Uint8Array(instance.memory.buffer, index, length),
    checksum: () => checksumInMemory(instance, index, length),
    setSections(to) {
      instance.setSections(
        to.beginnings,
        to.beginningMask,
        to.words,
        to.wordMask,
        to.pairs,
        to.pairShift,
        to.seconds,
        to.secondMask,
        to.buckets,
        to.bucketMask,
        to.forms,
        to.count,
        to.narrow,
        to.wide,
      );
    },
    find(text, from, to, endings, hits) {
      if (endings !== language) speak(endings);
      found = hits;
      base = from;
      instance.beginText();
      let units = piece + MARGIN;
      while (base < to) {
        const end = wholePair(text, Math.min(text.length, base + units));
        makeRoom(end - base);
        const { written } = encoder.encodeInto(text.slice(base, end), utf8);
        const first = hits.length;
        const done = instance.findNames(
          textAt,
          textAt + written,
          unitsAt(),
          room,
          Math.min(to - base, piece),
          end === text.length,
        );
        // What was taken before the window turned out to be too small is found again.
        if (done === 0) hits.length = first;
        else if (hits.length > first + 3) sortByStart(hits, first);
        base += done;
        units = done > 0 ? piece + MARGIN : 2 * units;
      }
      found = [];
    },
  };
}

/** `end`, or one more where it would part the two halves of a pair. */
function wholePair(text: string, end: number): number {
  const before = text.charCodeAt(end - 1);
  return before >= 0xd800 && before <= 0xdbff && end < text.length ? end + 1 : end;
}

function align(address: number): number {
  return (address + 15) & ~15;
}

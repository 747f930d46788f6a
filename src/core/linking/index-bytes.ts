/** Opens the bytes of an index (index-layout.ts): they are checked, and searched as they lie, in the matcher's memory. */
import { IndexError } from './checked-bytes.ts';
import { endingsHash, HEADER_WORDS, headerOf, INDEX_LAYOUT, MAGIC, readLayout } from './index-layout.ts';
import { createMatcher, type Matcher } from './matcher.ts';

export interface FormIndex {
  /** Forms in it. */
  readonly count: number;
  readonly matcher: Matcher;
}

/** An index on its way: its bytes go into the matcher's memory as they come. */
export interface IndexRoom {
  /** Takes the bytes that follow. */
  take(part: Uint8Array): void;
  /**
   * Opens what was taken.
   * @throws IndexError for bytes of another layout, cut short or changed.
   */
  open(): FormIndex;
}

/** Room for an index of so many bytes. */
export function roomForIndex(length: number): IndexRoom {
  const matcher = createMatcher(length);
  const memory = matcher.index();
  let taken = 0;
  return {
    take(part) {
      memory.set(part, taken);
      taken += part.length;
    },
    open() {
      if (taken !== length) throw new IndexError('length', length, taken);
      checkHeader(memory);
      // Before anything is laid out by the counts: damaged ones may ask for any size.
      const sum = headerOf(memory)[3] as number;
      const found = matcher.checksum();
      if (found !== sum) throw new IndexError('checksum', sum, found);
      return withSections(matcher);
    },
  };
}

/**
 * Opens bytes made by buildIndex.
 * @throws IndexError for bytes of another layout, cut short or changed.
 */
export function openIndex(bytes: ArrayBuffer): FormIndex {
  const room = roomForIndex(bytes.byteLength);
  room.take(new Uint8Array(bytes));
  return room.open();
}

function checkHeader(bytes: Uint8Array<ArrayBuffer>): void {
  if (bytes.length < HEADER_WORDS * 4)
    throw new IndexError('length', `at least ${HEADER_WORDS * 4} bytes`, bytes.length);
  const [magic = 0, layout = 0, length = 0, , , , , , , endings = 0] = headerOf(bytes);
  if (magic !== MAGIC) throw new IndexError('magic', MAGIC, magic);
  if (layout !== INDEX_LAYOUT) throw new IndexError('layout', INDEX_LAYOUT, layout);
  if (length !== bytes.length) throw new IndexError('length', length, bytes.length);
  const endingsHere = endingsHash();
  if (endings !== endingsHere) throw new IndexError('endings', endingsHere, endings);
}

function withSections(matcher: Matcher): FormIndex {
  const layout = readLayout(matcher.index());
  matcher.setSections(layout);
  return { count: layout.count, matcher };
}

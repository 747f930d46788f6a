/** Opens the bytes of an index (index-layout.ts): they are checked, and searched as they lie, in the matcher's memory. */
import { IndexError } from './checked-bytes.ts';
import { endingsHash, HEADER_WORDS, INDEX_LAYOUT, MAGIC, viewSections } from './index-layout.ts';
import { createMatcher, type Matcher } from './matcher.ts';

export interface FormIndex {
  /** Forms in it. */
  readonly count: number;
  readonly matcher: Matcher;
}

/**
 * Opens bytes made by buildIndex.
 * @throws IndexError for bytes of another layout, cut short or changed.
 */
export function openIndex(bytes: ArrayBuffer): FormIndex {
  if (bytes.byteLength < HEADER_WORDS * 4)
    throw new IndexError('length', `at least ${HEADER_WORDS * 4} bytes`, bytes.byteLength);
  const header = new Int32Array(bytes, 0, HEADER_WORDS);
  const [magic = 0, layout = 0, length = 0, sum = 0, , , , , , endings = 0] = header;
  if (magic !== MAGIC) throw new IndexError('magic', MAGIC, magic);
  if (layout !== INDEX_LAYOUT) throw new IndexError('layout', INDEX_LAYOUT, layout);
  if (length !== bytes.byteLength) throw new IndexError('length', length, bytes.byteLength);
  const endingsHere = endingsHash();
  if (endings !== endingsHere) throw new IndexError('endings', endingsHere, endings);
  const matcher = createMatcher(bytes);
  // Before anything is laid out by the counts: damaged ones may ask for any size.
  const found = matcher.checksum();
  if (found !== sum) throw new IndexError('checksum', sum, found);
  return withSections(matcher, bytes);
}

/** Opens bytes that were checked, or have just been made. */
export function viewIndex(bytes: ArrayBuffer): FormIndex {
  return withSections(createMatcher(bytes), bytes);
}

function withSections(matcher: Matcher, bytes: ArrayBuffer): FormIndex {
  const sections = viewSections(bytes);
  matcher.setSections(sections);
  return { count: sections.count, matcher };
}

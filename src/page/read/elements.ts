/**
 * What each element is to the reading of text, by its tag alone: computed styles would cost a style pass on every page.
 * An element that is not listed is inline: it breaks no word.
 */

/** What is put between this element's text and its neighbours': the more, the further they are apart. */
export const BREAK_MASK = 3;
export const INLINE = 0;
/** A word ends here, the paragraph goes on. */
export const SOFT_BREAK = 1;
/** A name ends here, the sentence goes on: what the next cell of the row says is said of it. */
export const CELL_BREAK = 2;
export const PARAGRAPH_BREAK = 3;
/** Its text is not read. */
export const SKIP = 4;
/** Read or not, depending on where it stands: see left-out.ts. */
export const DEPENDS = 8;
/** Cannot have a shadow tree, so it is not asked for one. Components, div, span and the like can. */
export const NO_HOST = 32;
/** Begins a section. */
export const HEADING = 64;
/** A newline; two in a row end a paragraph, as they do for the eye. */
export const LINE_BREAK = 16;

const TAGS: readonly (readonly [kind: number, tags: string])[] = [
  [
    PARAGRAPH_BREAK | NO_HOST,
    'address caption center dd details dir dl dt fieldset figcaption figure form frameset hgroup hr li ol summary' +
      ' tbody tfoot thead tr ul',
  ],
  [PARAGRAPH_BREAK, 'article blockquote body div main p section'],
  [PARAGRAPH_BREAK | HEADING, 'h1 h2 h3 h4 h5 h6'],
  [
    INLINE | NO_HOST,
    'a abbr b bdi bdo cite data del dfn em font i ins mark q ruby s small strong sub time u var wbr',
  ],
  // sup: “Huawei<sup>1</sup>” is a name with a note, and “Pegasus<sup>®</sup>” one with a mark; no name is written with one.
  [SOFT_BREAK | NO_HOST, 'sup'],
  [CELL_BREAK | NO_HOST, 'td th'],
  [LINE_BREAK | SKIP, 'br'],
  [PARAGRAPH_BREAK | DEPENDS, 'header footer aside'],
  // Code, or prose that is set as it was typed; lines of code beside their numbers, or figures.
  [PARAGRAPH_BREAK | DEPENDS | NO_HOST, 'pre table'],
  [SOFT_BREAK | DEPENDS | NO_HOST, 'tt'],
  // Moving about, asking, and text that is not prose.
  [
    PARAGRAPH_BREAK | SKIP,
    'nav search menu dialog listing xmp textarea select datalist legend object embed audio video canvas',
  ],
  // Something is seen there that is not read: what stands on its two sides is not one word.
  [
    SOFT_BREAK | SKIP,
    'code kbd samp button input label output meter progress svg math img picture iframe option optgroup',
  ],
  // Nothing is seen there, or (ruby) it stands above the words: a word goes on across it.
  [INLINE | SKIP, 'script style template noscript link meta title head area param source track rt rp rtc'],
  // Our own card and notes. They live outside every article, but a page whose whole body is read has them too.
  [INLINE | SKIP, 'sidelight-card sidelight-notes'],
];

const KINDS = new Map(TAGS.flatMap(([kind, tags]) => tags.split(' ').map((tag) => [tag, kind] as const)));

/** The kind of an element, as the flags above; 0 for inline ones. */
export function elementKind(localName: string): number {
  return KINDS.get(localName) ?? INLINE;
}

/** Whether an element's text is a piece of its own: a paragraph ends before it and after it. */
export function isBlock(element: Element): boolean {
  return (elementKind(element.localName) & (BREAK_MASK | SKIP)) === PARAGRAPH_BREAK;
}

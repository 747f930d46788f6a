/**
 * How much running text a page has, and where: the best single sign of an article. Looks at a bounded number of elements
 * and stops as soon as it has seen enough, so that front pages and monsters cost the same fraction of a millisecond.
 */
import { linkLength, visibleLength } from './left-out.ts';

export interface Prose {
  /** Letters outside links in blocks that read as sentences. Not counted past ENOUGH. */
  readonly letters: number;
  /** Of these, letters inside the outermost <article> elements, and inside <main>. */
  readonly inArticles: number;
  readonly inMain: number;
  /** Blocks that belong to the headline of another page: what front pages and result lists consist of. */
  readonly teasers: number;
}

export const ARTICLE = 'article, [role="article"]';
export const MAIN = 'main, [role="main"]';
/** Headlines that lead elsewhere. */
const LINKED_HEADINGS = ['h1', 'h2', 'h3', 'h4'].map((h) => `${h} a[href], a[href] ${h}`).join(', ');
/** Where sentences are not the page's own story. */
const BESIDE =
  'nav, aside, footer, dialog, form, textarea, template, noscript, [hidden], [aria-hidden="true"], [role="dialog"],' +
  ' [role="alertdialog"], [role="navigation"], [role="complementary"], [role="contentinfo"], [role="textbox"],' +
  ' [contenteditable]:not([contenteditable="false"])';
/** What text stands in where paragraphs are not marked as such. */
const OTHER_BLOCKS = 'article, section, main, div, td, li, dd, blockquote, font, center';

/** More than a long teaser list yields by accident. Past it nothing depends on the number. */
const ENOUGH = 2500;
const MAX_BLOCKS = 300;
/** Text without a full stop at its end that is still no label: a long line. */
const LONG_LINE = 80;
/** Shorter sentences are labels: “Loading…”, “Filler.”. */
const SHORTEST_SENTENCE = 10;
const SENTENCE_END = /[.!?…。．！？।؟:]["'”’»)\]]*\s*$/;
/** Fewer linked headings than this are links to sources, or one teaser. */
const FEW_HEADINGS = 3;

/** Measures the prose below `scope`. */
export function measureProse(scope: Document | ShadowRoot): Prose {
  const linked = linkedHeadings(scope);
  const tally = { letters: 0, inArticles: 0, inMain: 0, teasers: 0 };
  const isTeaser = (block: Element) => linked >= FEW_HEADINGS && belongsToLinkedHeading(block);
  count(scope.querySelectorAll('p'), ownLetters, tally, isTeaser);
  // Pages that set their text in divs and line breaks. A page of headlines is not asked: its divs are many and empty.
  if (tally.letters < SHORTEST_SENTENCE && tally.teasers <= FEW_HEADINGS) {
    count(scope.querySelectorAll(OTHER_BLOCKS), directLetters, tally, isTeaser);
  }
  return { ...tally, teasers: Math.max(tally.teasers, linked) };
}

function count(
  blocks: NodeListOf<Element>,
  lettersOf: (block: Element) => number,
  tally: { letters: number; inArticles: number; inMain: number; teasers: number },
  isTeaser: (block: Element) => boolean,
): void {
  const limit = Math.min(blocks.length, MAX_BLOCKS);
  for (let i = 0; i < limit && tally.letters < ENOUGH; i++) {
    const block = blocks[i] as Element;
    const letters = lettersOf(block);
    if (letters < SHORTEST_SENTENCE || block.closest(BESIDE)) continue;
    if (isTeaser(block)) {
      tally.teasers++;
      continue;
    }
    tally.letters += letters;
    if (block.closest(ARTICLE)) tally.inArticles += letters;
    if (block.closest(MAIN)) tally.inMain += letters;
  }
}

/** Letters of a paragraph outside its links, or 0 when it does not read as a sentence. */
function ownLetters(block: Element): number {
  const text = block.textContent ?? '';
  const own = text.trim().length - (block.firstElementChild ? linkLength(block) : 0);
  // A sentence that is a link is a headline.
  if (own * 3 < text.trim().length) return 0;
  return own >= LONG_LINE || SENTENCE_END.test(text.slice(-20)) ? own : 0;
}

/** Letters of the text nodes right inside an element, or 0 when they do not read as a sentence. */
function directLetters(block: Element): number {
  let letters = 0;
  let last = '';
  for (let child = block.firstChild; child; child = child.nextSibling) {
    if (child.nodeType !== 3) continue;
    const { data } = child as Text;
    if (data.trim() === '') continue;
    letters += data.length;
    last = data;
  }
  return letters >= LONG_LINE || SENTENCE_END.test(last.slice(-20)) ? letters : 0;
}

/** Headings whose link leads to another page (a permalink to the heading itself does not). */
function linkedHeadings(scope: Document | ShadowRoot): number {
  let found = 0;
  for (const element of scope.querySelectorAll(LINKED_HEADINGS)) {
    const link = element.closest('a[href]');
    if (link && leadsElsewhere(link)) found++;
  }
  return found;
}

function leadsElsewhere(link: Element): boolean {
  const href = link.getAttribute('href') ?? '';
  return href !== '' && !href.startsWith('#');
}

/** How far above a teaser's text its headline stands. */
const CARD_DEPTH = 3;

/**
 * Whether a block is the text below a linked headline: some box near above it holds such a headline and little other text.
 * An article's own box holds many paragraphs, and its headline does not lead elsewhere.
 */
function belongsToLinkedHeading(block: Element): boolean {
  let box = block.parentElement;
  for (let depth = 0; box && depth < CARD_DEPTH; depth++, box = box.parentElement) {
    if (box.querySelectorAll('p').length > 2 || /^(?:body|main)$/.test(box.localName)) return false;
    const link = box.querySelector(LINKED_HEADINGS)?.closest('a[href]') ?? box.closest('a[href]');
    if (link) return leadsElsewhere(link) && visibleLength(link) >= SHORTEST_SENTENCE;
  }
  return false;
}

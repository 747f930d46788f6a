/**
 * How much running text a page has, and where: the best single sign of an article. Looks at a bounded number of elements
 * and stops as soon as it has seen enough, so that front pages and monsters cost the same fraction of a millisecond.
 */
import { findAllIn, methodOf, ownOf, parentOf } from './past-fields.ts';
import { areOfOnePage, isOnThisSite, leadsElsewhere } from './permalink.ts';
import { isProse } from './preformatted.ts';

export interface Prose {
  /** Letters outside links in blocks that read as sentences. Not counted much past ENOUGH. */
  readonly letters: number;
  /** Of these, letters inside <article> elements, and inside <main>. */
  readonly inArticles: number;
  readonly inMain: number;
  /** Texts below the headline of another page: what front pages and lists of results consist of. */
  readonly teasers: number;
}

export const ARTICLE = 'article,[role="article"]';
export const MAIN = 'main,[role="main"]';
/** Headlines that lead elsewhere; a link to a place in the same page is a permalink. */
export const LINKED_HEADING =
  ':is(h1,h2,h3,h4) a[href]:not([href^="#"]),a[href]:not([href^="#"]) :is(h1,h2,h3,h4)';

/** Where sentences are not the page's own story. Not forms: there are sites that put whole pages into one. */
const BESIDE =
  'nav,aside,footer,dialog,textarea,[hidden]:not([hidden="until-found"]),[aria-hidden="true"],[role="dialog"],' +
  '[role="navigation"],[role="complementary"],[role="textbox"],[role="grid"],[role="code"],' +
  '[contenteditable]:not([contenteditable="false"])';
/** What text stands in where paragraphs are not marked as such. Asked for one by one: browsers look single tags up ten times faster. */
const OTHER_BLOCKS = [
  'article',
  'main',
  'section',
  'div',
  'td',
  'li',
  'blockquote',
  'dd',
  'figcaption',
  'center',
  'pre',
  'body',
];
/** What editors and old pages put around the text of a whole block. */
const WRAPPERS = ['span', 'font', 'b', 'strong', 'i', 'em'];
/** Teasers have one paragraph, or two. Where a strip of them stands before a story, this is what tells the story. */
const FURTHER_PARAGRAPHS = 'p:nth-of-type(n+3)';

/** More than a list of teasers yields by accident. Past it nothing depends on the number. */
const ENOUGH = 2500;
const MOST_BLOCKS = 200;
/** Nodes looked at inside a block: a text of its own shows among the first. */
const MOST_CHILDREN = 20;
/** So many teasers and not a sentence before them: the rest of the page will hardly be different. */
const MANY_TEASERS = 12;
/** Fewer teasers than this are an article's sections with a linked heading. */
const FEW_TEASERS = 3;
/** Text without a full stop at its end that is still no label: a long line. */
const LONG_LINE = 80;
/** Shorter sentences are labels: “Loading…”, “Filler.”. */
const SHORTEST_SENTENCE = 10;
const SENTENCE_ENDS = '.!?…:。．！？।؟';
const CLOSING_MARKS = '"\'”’»)] \n\r\t\u00a0';

type Tally = { -readonly [K in keyof Prose]: Prose[K] };

/** Measures the prose below `scope`. */
export function measureProse(scope: Document | ShadowRoot): Prose {
  const inParagraphs = count(scope, ['p'], ownLetters);
  if (inParagraphs.letters > 0) return inParagraphs;
  if (inParagraphs.teasers > 0) {
    const further = count(scope, [FURTHER_PARAGRAPHS], ownLetters);
    return { ...further, teasers: inParagraphs.teasers };
  }
  // Pages that set their text in divs and line breaks.
  const inOthers = count(scope, OTHER_BLOCKS, directLetters);
  if (inOthers.letters > 0 || inOthers.teasers > 0) return inOthers;
  // And those whose every paragraph is a component of their own.
  return count(scope, componentsIn(scope), directLetters);
}

/** Components looked at for their names, and different names of them. */
const MOST_COMPONENTS = 400;
const MOST_NAMES = 12;
/** Elements of a page up to which the browser is asked for them. */
const MOST_ELEMENTS = 5000;

/** The names of the kinds of components on a page, found by the browser itself: it is asked of pages without any text. */
function componentsIn(scope: Document | ShadowRoot): readonly string[] {
  const names = new Set<string>();
  // Shadow trees cannot be asked like that.
  if (scope.nodeType !== DOCUMENT || findAllIn(scope, '*').length > MOST_ELEMENTS) return [];
  const document = scope as Document;
  const found = ownOf(document, 'evaluate')?.call(document, WITH_HYPHEN, document, null, IN_ORDER);
  for (let i = 0; found && i < MOST_COMPONENTS && names.size < MOST_NAMES; i++) {
    const next = found.iterateNext() as Element | null;
    if (!next) break;
    // Old pages hold unescaped addresses, which are parsed as elements.
    if (/^[a-z][\w-]*$/.test(next.localName)) names.add(next.localName);
  }
  return [...names];
}

const DOCUMENT = 9;
const WITH_HYPHEN = "//*[contains(local-name(),'-')]";
/** XPathResult.ORDERED_NODE_ITERATOR_TYPE, without the global. */
const IN_ORDER = 5;

function count(
  scope: Document | ShadowRoot,
  tags: readonly string[],
  lettersOf: (block: Element) => number,
): Prose {
  const prose: Tally = { letters: 0, inArticles: 0, inMain: 0, teasers: 0 };
  const below: Tally = { ...prose };
  const isEnough = () => prose.letters >= ENOUGH || (prose.letters === 0 && below.teasers >= MANY_TEASERS);
  for (const tag of tags) {
    const blocks = findAllIn(scope, tag);
    // Of more, some are left out between the others: a ticker of hundreds of them may stand before the story.
    const step = Math.max(1, Math.ceil(blocks.length / MOST_BLOCKS));
    for (let i = 0; i < blocks.length && !isEnough(); i += step) {
      const block = blocks[i] as Element;
      const letters = lettersOf(block);
      if (letters < SHORTEST_SENTENCE || block.closest(BESIDE)) continue;
      if (!isTeaser(block)) add(prose, block, letters);
      // From so many on they only count, and where they stand need not be asked.
      else if (below.teasers >= FEW_TEASERS) below.teasers++;
      else add(below, block, letters);
    }
  }
  const few = below.teasers < FEW_TEASERS;
  return {
    letters: prose.letters + (few ? below.letters : 0),
    inArticles: prose.inArticles + (few ? below.inArticles : 0),
    inMain: prose.inMain + (few ? below.inMain : 0),
    teasers: few ? 0 : below.teasers,
  };
}

function add(tally: Tally, block: Element, letters: number): void {
  tally.teasers++;
  tally.letters += letters;
  if (block.closest(ARTICLE)) tally.inArticles += letters;
  if (block.closest(MAIN)) tally.inMain += letters;
}

/** Letters of a paragraph outside its links, or 0 when it does not read as a sentence. */
function ownLetters(block: Element): number {
  const text = block.textContent ?? '';
  const own = text.length - (block.firstElementChild ? linkLength(block) : 0);
  // A sentence that is a link is a headline.
  return own * 3 >= text.length && readsAsSentence(text, own) ? own : 0;
}

/** Letters of the text right inside an element, or in a wrapper there; 0 when they do not read as a sentence. */
function directLetters(block: Element): number {
  // A line of code beside its number.
  if (block.previousElementSibling?.getAttribute('data-line-number')) return 0;
  if (block.localName === 'pre') return isProse(block) ? (block.textContent ?? '').length : 0;
  let letters = 0;
  let last = '';
  let child = block.firstChild;
  for (let i = 0; child && i < MOST_CHILDREN; i++, child = child.nextSibling) {
    const text =
      child.nodeType === 3
        ? (child as Text).data
        : WRAPPERS.includes((child as Element).localName)
          ? (child.textContent ?? '')
          : '';
    if (text.length < SHORTEST_SENTENCE || text.trim() === '') continue;
    const own =
      text.length - ((child as Partial<Element>).firstElementChild ? linkLength(child as Element) : 0);
    if (own * 3 < text.length) continue;
    letters += own;
    last = text;
  }
  return readsAsSentence(last, letters) ? letters : 0;
}

/** A long line, or one that ends as sentences do. By hand: compiling a pattern takes longer than all of this on most pages. */
function readsAsSentence(text: string, letters: number): boolean {
  if (letters >= LONG_LINE && text.trim().length >= LONG_LINE) return true;
  let end = text.length - 1;
  while (end > 0 && CLOSING_MARKS.includes(text[end] as string)) end--;
  return end >= SHORTEST_SENTENCE - 1 && SENTENCE_ENDS.includes(text[end] as string);
}

/** Letters in links below an element. */
export function linkLength(element: Element): number {
  let length = 0;
  for (const link of element.querySelectorAll('a[href]')) length += (link.textContent ?? '').length;
  return length;
}

/** How far above a teaser's text its headline stands. */
const CARD_DEPTH = 3;
/** Elements in a card; what has more is a page. */
const MOST_IN_CARD = 200;
/** A card with more than two paragraphs: so many at most, one of them no sentence, and so many letters in all. */
const MOST_PARAGRAPHS = 6;
const LONGEST_LABEL = 40;
const LONGEST_CARD = 800;
/** Boxes that hold all there is. */
const PAGES_OWN = ['html', 'body', 'main'];

/**
 * Whether a block is the text below a linked headline: some box near above it holds such a headline and little other text.
 * An article's own box holds many paragraphs, and its headline does not lead elsewhere.
 */
function isTeaser(block: Element): boolean {
  let at = above(block);
  for (let depth = 0; at?.nodeType === 1 && depth < CARD_DEPTH; depth++, at = above(at)) {
    const box = at as Element;
    if (PAGES_OWN.includes(box.localName)) return false;
    const paragraphs = methodOf(box, 'getElementsByTagName').call(box, 'p');
    // The third tells enough: an article's box is not searched to its end.
    if (paragraphs[2] && !isShortCard(box, paragraphs)) return false;
    if (!paragraphs[0] && methodOf(box, 'getElementsByTagName').call(box, '*')[MOST_IN_CARD]) return false;
    if (box.localName === 'a' || isCard(box)) return true;
  }
  return false;
}

/** Forms are asked past their fields; to ask everything like that costs a page that was just opened 0.2 ms. */
function above(node: Node): Node | null {
  return (node as Element).localName === 'form' ? parentOf(node) : node.parentNode;
}

/** Whether an article element with some paragraphs is a card all the same: one is a date, or “Continue reading”. */
function isShortCard(box: Element, paragraphs: HTMLCollectionOf<Element>): boolean {
  if (box.localName !== 'article' || paragraphs.length > MOST_PARAGRAPHS) return false;
  return (
    (box.textContent ?? '').length < LONGEST_CARD &&
    [...paragraphs].some((paragraph) => (paragraph.textContent ?? '').trim().length < LONGEST_LABEL)
  );
}

/** Whether a headline in the box leads elsewhere, or lies under the one link that covers the whole card and has no words. */
function isCard(box: Element): boolean {
  const all = methodOf(box, 'querySelectorAll');
  const linked = linkOf(all.call(box, LINKED_HEADING)[0]);
  if (linked) return leadsElsewhere(linked) && !isEntry(box, linked);
  if (all.call(box, HEADING).length === 0) return false;
  const [link, further] = all.call(box, COVERING);
  // Icons to share by lead to other sites.
  return link !== undefined && !further && isOnThisSite(link) && leadsElsewhere(link);
}

const HEADING = 'h2,h3,h4';
const COVERING = 'a[href]:not([href^="#"]):empty';

/** The link of a linked heading, which lies in it or around it. */
export function linkOf(heading: Element | null | undefined): Element | null {
  return heading?.closest('a[href]') ?? null;
}

/** Whether the box beside this one leads to the same page: they are entries of that. */
function isEntry(box: Element, link: Element): boolean {
  const other = linkOf((box.nextElementSibling ?? box.previousElementSibling)?.querySelector(LINKED_HEADING));
  return other !== null && areOfOnePage(link, other);
}

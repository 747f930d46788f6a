/** What a page is for, if not for reading: signing in, filling in, choosing, writing, searching. */
import type { JudgedPage } from './judged-page.ts';
import { findAllIn, ownOf } from './past-fields.ts';
import { MAIN } from './prose.ts';

/** Below this a form or a log-in is what the page is for. */
const LITTLE_PROSE = 600;
const LONG_PROSE = 1500;
/** Chats are that long at first sight, and no longer. */
const VERY_LONG_PROSE = 2000;

/** What belongs to the site and stands on every page of it. */
const OF_THE_SITE =
  'header,footer,nav,aside,dialog,[role="dialog"],[role="banner"],[role="complementary"],[hidden],[aria-hidden="true"]';
/** Found elements that are looked at. */
const MOST = 30;

const FIELDS =
  'select,textarea,input:not([type]),input[type="text"],input[type="email"],input[type="tel"],input[type="number"],' +
  'input[type="date"],input[type="file"]';
const FEWEST_FIELDS = 3;
/** So many boxes to tick, each in a row of its own. */
const FEWEST_CHOICES = 5;
/** For purposes that readers may refuse, or what they are to be told of. A text has one at most. */
const FEWEST_SWITCHES = 2;
/** Where readers write. What asks whether they are people stands on pages of every kind. */
const WRITING =
  'textarea:not([readonly],[name*="captcha" i],[name*="response" i]),[contenteditable="true"],[role="textbox"]';
/** Below a story readers are asked for theirs. The names are those of most systems, in every language. */
const COMMENT_FIELD =
  'textarea:is([name*="comment" i],[id*="comment" i],[name*="kommentar" i],[name*="reply" i],[name="message"])';
/** A table that is one is a mailbox, but also any table that can be sorted, or a calendar in the margin: those stand by a headline. */
const APPLICATION = '[role="application"],[role="grid"]:not(table),[role="treegrid"],[role="tree"]';
const SEARCH_FIELD =
  'input[type="search"],:is(input[type="text"],input:not([type])):is([name="q"],[name="query"],[name="search"],[name="s"])';
/** More than what is said beside a form: in letters, and in paragraphs. */
const SHORTEST_PARAGRAPH = 80;
const FEWEST_PARAGRAPHS = 2;

/** A box to log in that stands before the headline is the site's, and not what the page is for; one below a story is its wall. */
export function asksForPassword({ document, headline, letters, inArticles }: JudgedPage): boolean {
  // Inside an article it is the wall of a paid one.
  if (letters >= LONG_PROSE || inArticles > 0) return false;
  return someOf(document, 'input[type="password"]', (field) => {
    // Terms of use may stand around it.
    if (letters >= LITTLE_PROSE && !field.closest(MAIN) && !isInOneBox(headline, field)) return false;
    return !headline || (follows(headline, field) && !hasStoryBetween(document, headline, field));
  });
}

/** Whether the headline is that of the box with the field. */
function isInOneBox(headline: Element | null, field: Element): boolean {
  const box = headline?.parentElement;
  return box?.contains(field) === true && (box.textContent ?? '').length < LITTLE_PROSE;
}

export function isForm({ document, headline, letters, inArticles }: JudgedPage): boolean {
  if (letters >= LITTLE_PROSE || inArticles > 0) return false;
  let fields = 0;
  const isFilledIn = someOf(document, FIELDS, (field) => {
    if (headline && follows(headline, field) && hasStoryBetween(document, headline, field)) return false;
    return ++fields >= FEWEST_FIELDS;
  });
  return isFilledIn && !has(document, COMMENT_FIELD);
}

export function isForChoosing({ document, letters, inArticles }: JudgedPage): boolean {
  if (inArticles > 0 || letters >= LONG_PROSE) return false;
  let boxes = 0;
  let switches = 0;
  return (
    someOf(document, 'td input[type="checkbox"]', () => ++boxes >= FEWEST_CHOICES) ||
    someOf(document, '[role="switch"]', () => ++switches >= FEWEST_SWITCHES)
  );
}

/** What is written by readers of a story stands under its headline. */
export function isForWriting({ document, headline, letters, inArticles }: JudgedPage): boolean {
  if (headline || inArticles > 0 || letters >= VERY_LONG_PROSE) return false;
  return someOf(document, WRITING, () => true) && !has(document, COMMENT_FIELD);
}

/**
 * What was searched for stands in the address or in the search field, and in the title or the headline as well. On a page with
 * little text the field is enough: old sites leave it as it was, or write “search” into it, which goes when it is clicked.
 */
export function showsFindings({ document, headline, letters, inArticles }: JudgedPage): boolean {
  const titles = [ownOf(document, 'title'), headline?.textContent ?? ''].map(words);
  const isTold = (text: string) => text.length > 2 && titles.some((title) => title.includes(words(text)));
  if (letters < LITTLE_PROSE * 2 && isTold(searchedFor(document))) return true;
  if (inArticles > 0) return false;
  return someOf(
    document,
    SEARCH_FIELD,
    (field) => {
      const value = field.getAttribute('value')?.trim() ?? '';
      if (value.length < 2 || value === field.getAttribute('placeholder') || field.hasAttribute('onfocus'))
        return false;
      return letters < LITTLE_PROSE || isTold(value);
    },
    '',
  );
}

function searchedFor(document: Document): string {
  const [, found = ''] = /[?&](?:q|query|search)=([^&]+)/.exec(document.location?.search ?? '') ?? [];
  try {
    return decodeURIComponent(found.replaceAll('+', ' '));
  } catch {
    return ''; // Not written as addresses are.
  }
}

/** Lower-cased words with a blank around each. */
function words(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/** Neither long nor in an article, or without a headline. */
export function isApplication({ document, headline, letters, inArticles }: JudgedPage): boolean {
  if (inArticles > 0 || (letters >= LONG_PROSE && headline)) return false;
  const isOne = (element: Element) => !element.querySelector('video,audio');
  return someOf(document, APPLICATION, isOne) || (!headline && has(document, 'table[role="grid"]'));
}

/** Live blogs are marked up like that as well: they have a headline and more prose to set against it. */
export function isFeed({ document, letters, inArticles }: JudgedPage): boolean {
  return inArticles === 0 && letters < LONG_PROSE && has(document, '[role="feed"],[role="log"]');
}

/** Whether one of the first elements that a selector finds is one, of those that are not the site's. */
function someOf(
  document: Document,
  selector: string,
  isOne: (element: Element) => boolean,
  ofTheSite = OF_THE_SITE,
): boolean {
  const found = findAllIn(document, selector);
  for (let i = 0; i < found.length && i < MOST; i++) {
    const element = found[i] as Element;
    if ((ofTheSite === '' || !element.closest(ofTheSite)) && isOne(element)) return true;
  }
  return false;
}

function has(document: Document, selector: string): boolean {
  return findAllIn(document, selector).length > 0;
}

/** Whether some paragraphs stand between the headline and an element. */
function hasStoryBetween(document: Document, headline: Element, element: Element): boolean {
  const paragraphs = findAllIn(document, 'p');
  let found = 0;
  let looked = 0;
  for (let i = 0; i < paragraphs.length && looked < MOST && found < FEWEST_PARAGRAPHS; i++) {
    const paragraph = paragraphs[i] as Element;
    if (!follows(headline, paragraph)) continue;
    looked++;
    if (!follows(paragraph, element)) break;
    if ((paragraph.textContent ?? '').trim().length >= SHORTEST_PARAGRAPH) found++;
  }
  return found >= FEWEST_PARAGRAPHS;
}

/** Whether the second stands behind the first. */
function follows(first: Element, second: Element): boolean {
  return (first.compareDocumentPosition(second) & FOLLOWING) !== 0;
}

/** Node.DOCUMENT_POSITION_FOLLOWING, without the global. */
const FOLLOWING = 4;

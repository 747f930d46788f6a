/** Which elements are not read although their tag would be: by attribute, or by where they stand. */
import { DEPENDS, elementKind, SKIP } from './elements.ts';
import { methodOf, outerOf } from './past-fields.ts';
import { isProse } from './preformatted.ts';
import { linkLength } from './prose.ts';

/** Landmarks for moving about, things to type into, and surfaces that lie over the page (consent, sign-up). */
const LEFT_OUT_ROLES = new Set(
  (
    'navigation banner contentinfo search searchbox textbox combobox listbox option menu menubar menuitem toolbar' +
    ' tablist tree treegrid application code dialog alertdialog button switch slider spinbutton progressbar'
  ).split(' '),
);

const WITH_ATTRIBUTE = '[role],[hidden],[aria-hidden],[contenteditable]';

/** True when its tag, an attribute or its place keeps an element's text out. Its ancestors are not looked at. */
export function isLeftOut(element: Element): boolean {
  const kind = elementKind(element.localName);
  if (kind & SKIP) return true;
  if (kind & DEPENDS && isFurniture(element)) return true;
  return hasTellingAttribute(element) && isLeftOutByAttribute(element);
}

/** True when the node or anything it stands in is left out: what changes there changes nothing that is read. */
export function isInsideLeftOut(node: Node): boolean {
  for (let at: Node | null = node; at; at = outerOf(at)) {
    if (at.nodeType === 1 && isLeftOut(at as Element)) return true;
  }
  return false;
}

/**
 * Whether it has an attribute that decides about its text. Most elements have no attributes at all, and most others none of
 * these: both are asked in one call each.
 */
export function hasTellingAttribute(element: Element): boolean {
  return (
    methodOf(element, 'hasAttributes').call(element) &&
    methodOf(element, 'matches').call(element, WITH_ATTRIBUTE)
  );
}

/** Of an element that has one of them: whether it keeps the text out. */
export function isLeftOutByAttribute(element: Element): boolean {
  const attribute = methodOf(element, 'getAttribute');
  const role = attribute.call(element, 'role');
  if (role !== null && LEFT_OUT_ROLES.has(role.trim().toLowerCase())) return true;
  // What a search in the page, or a link to it, shows is read like anything that can be folded out.
  const hidden = attribute.call(element, 'hidden');
  if (hidden !== null && hidden.toLowerCase() !== 'until-found') return true;
  if (attribute.call(element, 'aria-hidden') === 'true') return true;
  return isEditable(attribute.call(element, 'contenteditable'));
}

/** Any value but `false` makes an editor: the empty one, `true`, `plaintext-only`, and those browsers add later. */
function isEditable(editable: string | null): boolean {
  return editable !== null && editable.toLowerCase() !== 'false';
}

/** Whether an element that depends on it is left out for where it stands or what it holds. */
export function isFurniture(element: Element): boolean {
  const name = element.localName;
  if (name === 'pre') return !isProse(element);
  if (name === 'tt') return (element.textContent ?? '').length <= LONGEST_LITERAL;
  if (name === 'table') return isCode(element as HTMLTableElement);
  return isOfTheSite(element);
}

/** Manuals set literals in it, and archives of old letters whole letters. */
const LONGEST_LITERAL = 60;

/** Lines beside their numbers, as places that host code set it. Its own first rows: another may lie in a table of layout. */
function isCode(table: HTMLTableElement): boolean {
  for (const row of [table.rows?.[0], table.rows?.[1]])
    if (row?.cells?.[0]?.hasAttribute('data-line-number')) return true;
  return false;
}

/**
 * Whether a header, footer or aside belongs to the site and not to the article.
 *
 * A header or footer inside an article or section is that section's own (the HTML accessibility mapping draws the line
 * there, too). Outside, it is the site's, unless it carries the h1. An aside inside an article is a pull quote or a box of
 * background, which is read, or a list of other stories, which is not; beside the article it is the latter.
 */
function isOfTheSite(element: Element): boolean {
  if (element.localName === 'aside') return !isWithin(element, OWN_ARTICLE) || isMostlyLinks(element);
  return !isWithin(element, OWN_SECTION) && element.querySelector('h1') === null;
}

const OWN_ARTICLE = 'article, [role="article"]';
const OWN_SECTION = 'article, main, section, aside, [role="article"], [role="main"]';

/** Like closest() from the parent on, and on through the hosts of shadow trees. */
function isWithin(element: Element, selector: string): boolean {
  for (let at = outerOf(element); at; at = outerOf(at)) {
    if (at.nodeType !== 1) continue;
    if (methodOf(at as Element, 'closest').call(at as Element, selector)) return true;
    // closest() has seen this whole tree: go on outside it.
    at = methodOf(at as Element, 'getRootNode').call(at);
  }
  return false;
}

/** More letters in links than out of them. */
function isMostlyLinks(element: Element): boolean {
  return linkLength(element) * 2 > (element.textContent ?? '').trim().length;
}

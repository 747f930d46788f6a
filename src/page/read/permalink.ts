/**
 * Whether a link leads to another page. By the letters of the addresses: a location object costs a page half a millisecond to
 * make, and each address that a link is asked for is parsed anew.
 */
import { addressOf } from './past-fields.ts';

/** Scripts that serve many pages, told apart by what stands behind the question mark. */
const SERVES_ALL = /(?:^\/|\.(?:php|aspx?|jsp|cgi|pl|do))$/;

interface Parts {
  readonly host: string;
  readonly path: string;
  readonly search: string;
  readonly hash: string;
}

/** False for a permalink: to a place in this page, or to the page itself, as blogs put it on their headlines. */
export function leadsElsewhere(link: Element): boolean {
  const href = link.getAttribute('href')?.trim() ?? '';
  if (href === '' || href.startsWith('#')) return false;
  const here = partsOf(addressOf(link.ownerDocument));
  const there = partsOf(href, here);
  if (there.host !== here.host || there.path !== here.path) return true;
  // A place in the page that has a name is a post's.
  return (
    there.hash === '' && there.search !== here.search && there.search !== '' && SERVES_ALL.test(there.path)
  );
}

/**
 * Whether two links lead to one page: what stands behind the question mark is a place in it, such as an entry of a live blog.
 * Links without such a place are not asked further: they are two links to one story.
 */
export function areOfOnePage(link: Element, other: Element): boolean {
  const href = link.getAttribute('href') ?? '';
  return (href.includes('?') || href.includes('#')) && pageOf(link) === pageOf(other);
}

/** The page that a link leads to, as a word of its own. */
export function pageOf(link: Element): string {
  const { host, path, search } = partsOf(
    link.getAttribute('href')?.trim() ?? '',
    partsOf(addressOf(link.ownerDocument)),
  );
  return `${host}${path}${SERVES_ALL.test(path) ? search : ''}`;
}

export function isOnThisSite(link: Element): boolean {
  const here = partsOf(addressOf(link.ownerDocument));
  return partsOf(link.getAttribute('href')?.trim() ?? '', here).host === here.host;
}

const NOWHERE: Parts = { host: '', path: '', search: '', hash: '' };

/**
 * An address in parts; one that is not whole begins where the page lies. “../” is left as it stands: it leads elsewhere. By hand:
 * on a page that was opened a moment ago, making the pattern took a third of all that a front page is looked at (1 ms).
 */
function partsOf(address: string, from: Parts = NOWHERE): Parts {
  const [beforeHash, hash] = cutBefore(address, '#');
  const [place, search] = cutBefore(beforeHash, '?');
  const slash = place.indexOf('/');
  const colon = place.indexOf(':');
  const isWhole = colon > 0 && (slash === -1 || colon < slash);
  const rest = isWhole ? place.slice(colon + 1) : place;
  if (rest.startsWith('//')) {
    const [host, path] = cutBefore(rest.slice(2), '/');
    return { host, path: path === '' ? '/' : path, search, hash };
  }
  if (rest === '') return { ...from, search: search === '' ? from.search : search, hash };
  const whole = rest.startsWith('/') ? rest : from.path.slice(0, from.path.lastIndexOf('/') + 1) + rest;
  return { host: from.host, path: whole, search, hash };
}

/** What stands before a sign, and all from it on. */
function cutBefore(text: string, sign: string): [before: string, from: string] {
  const at = text.indexOf(sign);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}

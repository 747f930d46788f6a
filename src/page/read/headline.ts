/** The headline of the page's own story. */
import { findAllIn } from './past-fields.ts';
import { leadsElsewhere } from './permalink.ts';
import { linkLength } from './prose.ts';

const HEADLINE = 'h1,[role="heading"][aria-level="1"]';
/** The site's name may be one as well, and stands before it. */
const MOST_HEADLINES = 4;

/** The first headline that does not lead elsewhere; null when there is none. A word of it may: the topic before a title. */
export function ownHeadline(document: Document): Element | null {
  const headlines = findAllIn(document, HEADLINE);
  for (let i = 0; i < headlines.length && i < MOST_HEADLINES; i++) {
    const headline = headlines[i] as Element;
    const text = (headline.textContent ?? '').trim();
    if (text === '') continue;
    const link = headline.closest('a[href]') ?? headline.querySelector('a[href]');
    const isLinked = link !== null && leadsElsewhere(link);
    if (!isLinked || (link !== headline.closest('a[href]') && linkLength(headline) * 2 < text.length))
      return headline;
  }
  return null;
}

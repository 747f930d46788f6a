/** What a reader should know of a source before opening it, in words. */
import type { CardSource } from '../../core/dataset/card.ts';
import { isSamePage, type PageFacts } from '../../core/dataset/same-page.ts';
import { inWords } from '../dates.ts';
import { languageName } from '../names.ts';
import { INTEREST, LANGUAGE, TEXT } from '../strings.ts';

/** Whom it was taken over from, its date, its language unless it is the card's own, and whatever speaks against it. */
export function sourceDetails(source: CardSource, page: PageFacts): string[] {
  const { origin, published, lang, weak, interest, url } = source;
  return [
    origin ? TEXT.from(origin) : '',
    published === null ? TEXT.undated : inWords(published),
    lang.split('-')[0] === LANGUAGE ? '' : TEXT.inLanguage(languageName(lang)),
    interest ? INTEREST[interest] : '',
    weak ? TEXT.weak : '',
    url.startsWith('http:') ? TEXT.notEncrypted : '',
    isSamePage(source, page) ? TEXT.thisPage : '',
  ].filter((detail) => detail !== '');
}

/**
 * Where the marked words are on the page. CSS.highlights is shared between the page and the extension, so the driver can
 * list its ranges from the page's own world; which range is which mention follows from its text and its order.
 */
import type { Page } from 'puppeteer-core';
import type { ReportedMention } from '../../src/messages/to-page.ts';

export interface Place {
  /** A point on the words, in CSS pixels of the viewport. */
  readonly x: number;
  readonly y: number;
  /** Something else lies over the words there (a consent dialogue, a sticky header). */
  readonly covered: boolean;
}

/** Scrolls the mention into view and says where it is; null when no mark holds its words. */
export function placeOf(
  page: Page,
  mentions: readonly ReportedMention[],
  index: number,
): Promise<Place | null> {
  const text = mentions[index]?.text ?? '';
  const before = mentions.slice(0, index).filter((mention) => mention.text === text).length;
  return page.evaluate(locate, text, before);
}

/** Runs in the page: everything it needs is inside it. */
function locate(text: string, before: number): Place | null {
  const plain = (words: string) =>
    words
      .replace(/\u00ad/g, '')
      .replace(/\s+/g, ' ')
      .trim();

  const found: Range[] = [];
  for (const highlight of CSS.highlights.values()) {
    // The cast is for the DOM types, in which a Highlight cannot be iterated.
    for (const range of highlight as unknown as Iterable<AbstractRange>) {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const known = found.some(
        (other) => other.startContainer === live.startContainer && other.startOffset === live.startOffset,
      );
      if (!known && plain(live.toString()) === plain(text)) found.push(live);
    }
  }
  found.sort((a, b) =>
    a.startContainer.getRootNode() === b.startContainer.getRootNode()
      ? a.compareBoundaryPoints(Range.START_TO_START, b)
      : 0,
  );
  const range = found[before];
  if (!range) return null;

  const element = range.startContainer.parentElement;
  element?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const box = [...range.getClientRects()].find((rect) => rect.width > 1 && rect.height > 1);
  if (!box) return null;
  // A long paragraph centred on itself can leave the words outside.
  const away = box.top < 80 || box.bottom > innerHeight - 80 ? box.top - innerHeight / 3 : 0;
  scrollBy({ top: away, behavior: 'instant' });
  const now = [...range.getClientRects()].find((rect) => rect.width > 1 && rect.height > 1) ?? box;
  const x = now.left + now.width / 2;
  const y = now.top + now.height / 2;

  const root = range.startContainer.getRootNode() as Document | ShadowRoot;
  const hit = root.elementFromPoint(x, y);
  return { x, y, covered: !hit || !(hit.contains(element) || element?.contains(hit)) };
}

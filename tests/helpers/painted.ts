/** Whether a highlight is on the screen: that it holds ranges, and that a style is computed for it, does not say so. */
import type { Page } from 'puppeteer-core';

/** Compares pictures of the highlight's first range: as it is, and with a sheet of the page's own that hides the highlight. */
export async function isPainted(page: Page, highlight: string): Promise<boolean> {
  await page.bringToFront();
  const clip = await page.evaluate(boxOf, highlight);
  // Without the last option Chromium shows more of the page than the window for a moment, and open cards close.
  const picture = () => page.screenshot({ type: 'png', clip, captureBeyondViewport: false });
  const shown = await picture();
  const sheet = await page.addStyleTag({
    content: `::highlight(${highlight}) { background: none !important; text-decoration: none !important }`,
  });
  const hidden = await picture();
  await sheet.evaluate((element) => (element as Element).remove());
  return !Buffer.from(shown).equals(hidden);
}

/** Whether an element of ours lies beside all lines of the highlight's first range, and over none. */
export async function isUncovered(page: Page, highlight: string, selector: string): Promise<boolean> {
  const box = await page.$eval(selector, (element) => element.getBoundingClientRect().toJSON() as DOMRect);
  return page.evaluate(
    (key, { left, right, top, bottom }) => {
      const [range] = CSS.highlights.get(key) ?? [];
      if (!range) throw new Error(`${key} holds nothing`);
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return [...live.getClientRects()].every(
        (line) => line.right <= left || line.left >= right || line.bottom <= top || line.top >= bottom,
      );
    },
    highlight,
    box,
  );
}

/** Runs in the page: the first line box of the highlight's first range, in pixels of the document. */
function boxOf(key: string): { x: number; y: number; width: number; height: number } {
  const [range] = CSS.highlights.get(key) ?? [];
  if (!range) throw new Error(`${key} holds nothing`);
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  live.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const [box] = live.getClientRects();
  if (!box) throw new Error(`${key} lies nowhere`);
  return {
    x: Math.floor(box.x + scrollX),
    y: Math.floor(box.y + scrollY),
    width: Math.ceil(box.width),
    height: Math.ceil(box.height) + 4,
  };
}

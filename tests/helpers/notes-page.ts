/** Notes on a page, as a person and as a test see them. */
import type { Page } from 'puppeteer-core';
import type { NotesToPage } from '../../src/messages/notes-to-page.ts';
import type { TestArticle } from './browser.ts';

export { callNotes } from '../../scripts/lib/extension-calls.ts';

/** Selects words with the mouse: press, drag, let go, and move away: over a name that ends the words its card would open. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const [from, to] = await page.evaluate((text) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(text);
      if (at < 0) continue;
      node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const edge = (offset: number, side: 'left' | 'right') => {
        const range = document.createRange();
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
        const box = range.getBoundingClientRect();
        return { x: box[side], y: (box.top + box.bottom) / 2 };
      };
      return [edge(at, 'left'), edge(at + text.length - 1, 'right')] as const;
    }
    throw new Error(`the page does not say: ${text}`);
  }, words);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(1, 1);
}

/** The texts of what matches in the notes' element. */
export async function noteTexts(page: Page, selector: string): Promise<string[]> {
  await page.waitForSelector(`sidelight-notes >>> ${selector}`, { timeout: 10_000 });
  return page.$$eval(`sidelight-notes >>> ${selector}`, (found) =>
    found.map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim()),
  );
}

/** Calls the notes script in an article's tab. */
export function askNotes<K extends keyof NotesToPage>(
  article: TestArticle,
  name: K,
  argument: Parameters<NotesToPage[K]>[0],
): Promise<ReturnType<NotesToPage[K]>> {
  // Both protocols travel the same way; the article's own call knows only the other one's names.
  const call = article.call as unknown as (name: K, argument: unknown) => Promise<ReturnType<NotesToPage[K]>>;
  return call(name, argument);
}

/** Pictures of a page that has come to rest. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from 'puppeteer-core';

/**
 * Writes a PNG of what the window shows, once two pictures in a row are equal (fonts, transitions, late images), or
 * after `patience` milliseconds for pages that never rest.
 */
export async function writeScreenshot(page: Page, path: string, patience = 2000): Promise<void> {
  const end = performance.now() + patience;
  let picture = await page.screenshot({ type: 'png' });
  for (;;) {
    const next = await page.screenshot({ type: 'png' });
    const rests = Buffer.from(picture).equals(next);
    picture = next;
    if (rests || performance.now() > end) break;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, picture);
}

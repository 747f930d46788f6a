/** Before a page is measured: its size is the one that was asked for, and nothing on it moves or fades any more. */
import type { Page, Viewport } from 'puppeteer-core';
import { waitFor } from './browser.ts';

/** Gives the page another size; resolves once it has it, which may be a moment after the driver has answered. */
export async function resize(page: Page, size: Viewport): Promise<void> {
  await page.setViewport(size);
  await waitFor(
    () =>
      page.evaluate(
        (width, height) => innerWidth === width && innerHeight === height,
        size.width,
        size.height,
      ),
    { for: `a window of ${size.width} by ${size.height}` },
  );
}

/** Resolves once no animation or transition runs: what fades in has other colours until then. */
export async function atRest(page: Page): Promise<void> {
  await waitFor(() => page.evaluate(isAtRest), { for: 'the end of what moves' });
}

/** Runs in the page. */
function isAtRest(): boolean {
  // A document does not speak for the shadow trees in it.
  const hosts = document.querySelectorAll('sidelight-card, sidelight-notes');
  const roots = [document, ...[...hosts].flatMap((host) => host.shadowRoot ?? [])];
  return roots.every((root) => root.getAnimations().every(({ playState }) => playState !== 'running'));
}

/** The tests of page fixtures in one browser. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BrowserName } from '../../scripts/lib/browsers.mjs';
import { startBrowser, type TestBrowser } from './browser.ts';
import { checkPage } from './page-check.ts';
import type { PageFixture } from './page-fixtures.ts';

export function testPages(name: BrowserName, fixtures: readonly PageFixture[]): void {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser(name);
  });
  afterAll(() => browser?.close());

  test.each(fixtures.map((fixture) => [fixture.slug, fixture] as const))('%s', async (_, fixture) => {
    // As text: of a list, a failure shows its length.
    expect((await checkPage(browser, fixture)).join('\n')).toBe('');
  });
}

/** The reading script comes when a scout has asked for it; a page that is reloaded meanwhile is another one by then. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import mentions from '../../../entrypoints/mentions/index.ts';
import { judgePage } from '../../../src/page/read/page-kind.ts';
import { isRunning } from '../../../src/page/single-session.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('matchMedia', () => new EventTarget());
});
afterEach(() => {
  globalThis.sidelightJudge = undefined;
  globalThis.sidelightSessions?.mentions?.end();
  globalThis.sidelightSessions = undefined;
  vi.unstubAllGlobals();
});

const started = () => vi.waitFor(() => expect(isRunning('mentions')).toBe(true));

test('it does not begin before the scout of its own document, and begins when that asks for it', async () => {
  await mentions.main();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isRunning('mentions')).toBe(false);
  globalThis.sidelightJudge = judgePage;
  await mentions.main();
  await started();
});

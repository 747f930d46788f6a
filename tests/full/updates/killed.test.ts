/**
 * The worker of the real extension is stopped at many moments of an update: cards say the old release or the new one, never a
 * mix, and the next check brings the new one. In Chromium, whose worker can be stopped from outside; every single step, in both
 * ways of updating, is tried without a browser in tests/unit/background/killed.test.ts.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { A, attackRelease } from '../../helpers/attacks.ts';
import { startBrowser, type TestBrowser, waitFor } from '../../helpers/browser.ts';
import { addReader } from '../../helpers/browser-reader.ts';
import { type Desk, openDesk } from '../../helpers/desk.ts';
import { type HostileServer, startHostileServer } from '../../helpers/hostile-server.ts';

const MOMENTS = 40;

describe('a worker that is stopped', () => {
  let browser: TestBrowser;
  let desk: Desk;
  let server: HostileServer;
  beforeEach(async () => {
    desk = await openDesk();
    await desk.ship(attackRelease(A));
    server = await startHostileServer(desk.site);
    browser = await startBrowser('chromium');
  });
  afterEach(async () => {
    await browser.close();
    await server.close();
    desk.remove();
  });

  test('leaves the old release or the new one', async () => {
    const reader = await addReader(browser, desk, server);
    let current = A;
    const seen = { old: 0, new: 0 };
    for (let i = 0; i < MOMENTS; i++) {
      const next = `2026.11.21.${i + 1}`;
      await desk.ship(attackRelease(next));
      // Every answer waits a little, so that there is a while to be stopped in.
      server.twist(({ file }, response) => {
        setTimeout(() => (file ? response.writeHead(200).end(file) : response.writeHead(404).end()), 15);
        return true;
      });
      await browser.callWorker('checkForUpdates', { repository: reader.id });
      await new Promise((done) => setTimeout(done, i * 8));
      await stopWorker(browser);
      const version = await reader.held();
      expect([current, next]).toContain(version);
      seen[version === next ? 'new' : 'old']++;
      server.twist(null);
      await waitFor(async () => (await reader.check()).release?.version === next, {
        for: `release ${next} after the worker was stopped`,
        timeout: 30_000,
      });
      expect(await reader.held()).toBe(next);
      current = next;
    }
    // Stopped before and after the swap: else the moments say nothing.
    expect(seen.old).toBeGreaterThan(3);
    expect(seen.new).toBeGreaterThan(3);
  });
});

async function stopWorker(browser: TestBrowser): Promise<void> {
  const target = await browser.browser.waitForTarget((t) => t.type() === 'service_worker');
  const worker = await target.worker();
  await worker?.close();
}

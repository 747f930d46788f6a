/**
 * The worker of the real extension is stopped at many moments of an update: cards say the old release or the new one, never a
 * mix, and the next check brings the new one. Every single step, in both ways of updating, is tried without an extension
 * around it in killed-anywhere.test.ts and tests/unit/background/killed.test.ts.
 */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { A, attackRelease } from '../../helpers/attacks.ts';
import { startBrowser, type TestBrowser, waitFor } from '../../helpers/browser.ts';
import { addReader } from '../../helpers/browser-reader.ts';
import { type Desk, openDesk } from '../../helpers/desk.ts';
import { type HostileServer, startHostileServer } from '../../helpers/hostile-server.ts';
import { stopWorker } from '../../helpers/stop-worker.ts';

describe.each([
  ['chromium', 40],
  ['firefox', 16],
] as const)('a worker that is stopped, in %s', (name, moments) => {
  let browser: TestBrowser;
  let desk: Desk;
  let server: HostileServer;
  beforeEach(async () => {
    desk = await openDesk();
    await desk.ship(attackRelease(A));
    server = await startHostileServer(desk.site);
    browser = await startBrowser(name);
  });
  afterEach(async () => {
    await browser?.close();
    await server.close();
    desk.remove();
  });

  test('leaves the old release or the new one', { timeout: 240_000 }, async () => {
    const reader = await addReader(browser, desk, server);
    let current = A;
    const ship = async (number: number) => {
      const next = `2026.11.21.${number}`;
      await desk.ship(attackRelease(next));
      return next;
    };
    /** Resolves when the server is asked for the nth time. */
    const asked = (nth: number) =>
      new Promise<void>((resolve) => {
        let requests = 0;
        // Every answer waits a little, so that there is a while to be stopped in.
        server.twist(({ file }, response) => {
          if (++requests === nth) resolve();
          setTimeout(() => (file ? response.writeHead(200).end(file) : response.writeHead(404).end()), 15);
          return true;
        });
      });
    current = await ship(1);
    server.requests.length = 0;
    await reader.check();
    const requests = server.requests.length;
    const seen = { old: 0, new: 0 };
    for (let i = 0; i < moments; i++) {
      const next = await ship(i + 2);
      // While it asks, then at growing distances from the last request: the release is written, becomes current, is indexed.
      const half = moments / 2;
      const isThere = asked(i < half ? 1 + (i % requests) : requests);
      await browser.callWorker('checkForUpdates', { repository: reader.id });
      await isThere;
      const late = Math.max(0, i - half);
      await new Promise((done) => setTimeout(done, i < half ? 7 : (400 / half ** 2) * late ** 2));
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

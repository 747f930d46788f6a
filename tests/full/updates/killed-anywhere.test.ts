/**
 * The worker dies at every request and at every operation of the database, in both browsers, over their own IndexedDB: cards
 * say the old release or the new one, never a mix, and the next check brings the new one. (That a real worker, stopped from
 * outside, keeps to the same is killed.test.ts.)
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { A, attackRelease, B } from '../../helpers/attacks.ts';
import { BROWSERS, startBrowser, type TestBrowser } from '../../helpers/browser.ts';
import { bundle } from '../../helpers/bundle.ts';
import { type Desk, openDesk } from '../../helpers/desk.ts';
import { type HostileServer, startHostileServer } from '../../helpers/hostile-server.ts';
import type { AfterDeath, MortalUpdate } from '../../helpers/mortal-update.ts';

const PER_CALL = 20;
const OLDER = '2026.11.10';

describe.each(BROWSERS)('a worker that dies, in %s', (name) => {
  let browser: TestBrowser;
  let desk: Desk;
  let server: HostileServer;
  beforeAll(async () => {
    desk = await openDesk();
    await desk.ship(attackRelease(A));
    await desk.ship(attackRelease(B));
    server = await startHostileServer(desk.site);
    const script = await bundle('mortal-update.ts', 'mortal');
    server.twist(({ path }, response) => {
      if (path !== '/page.html') return false;
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<meta charset="utf-8"><script>${script}</script>`);
      return true;
    });
    browser = await startBrowser(name);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    desk?.remove();
  });

  test.each([
    ['delta', A],
    ['whole release', OLDER],
  ])('anywhere in an update by %s', { timeout: 240_000 }, async (way, old) => {
    const page = await browser.browser.newPage();
    await page.goto(`${server.address}page.html`);
    const bundled = attackRelease(old, { updates: { address: server.address, root: desk.root() } });
    const seen = { old: 0, new: 0 };
    let finished = false;
    let last = 0;
    for (; !finished; ) {
      const lives = Array.from({ length: PER_CALL }, (_, i) => last + i);
      const deaths: AfterDeath[] = await page.evaluate(
        async (updates) => {
          const { mortalUpdate } = (
            globalThis as unknown as { mortal: { mortalUpdate(update: MortalUpdate): Promise<AfterDeath> } }
          ).mortal;
          const results: AfterDeath[] = [];
          for (const update of updates) results.push(await mortalUpdate(update));
          return results;
        },
        lives.map((life) => ({ name: `${way}-${life}`, bundled, last: life })),
      );
      for (const [i, death] of deaths.entries()) {
        const at = `after ${last + i} steps`;
        expect([at, death.cards, death.found.length]).toEqual([at, bundled.entities.length, 1]);
        const [found = ''] = death.found;
        expect([`As of ${old}.`, `As of ${B}.`], at).toContain(found);
        seen[found === `As of ${B}.` ? 'new' : 'old']++;
        expect([at, death.then, death.problem]).toEqual([at, [`As of ${B}.`], null]);
      }
      finished = deaths.at(-1)?.finished ?? true;
      last += PER_CALL;
    }
    await page.close();
    expect(seen.old).toBeGreaterThan(20);
    expect(seen.new).toBeGreaterThan(5);
  });
});

/** The table of attacks inside the built extension, in both browsers, over a real server. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { A, ATTACKS, attackRelease, B } from '../../helpers/attacks.ts';
import { BROWSERS, startBrowser, type TestBrowser } from '../../helpers/browser.ts';
import { addReader } from '../../helpers/browser-reader.ts';
import { openDesk } from '../../helpers/desk.ts';
import { startHostileServer } from '../../helpers/hostile-server.ts';

const YEAR = 365 * 86_400_000;

describe.each(BROWSERS)('an update in %s', (name) => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser(name);
  });
  afterAll(() => browser?.close());

  test.each(ATTACKS.map((attack) => [attack.name, attack] as const))('%s', async (_, attack) => {
    const now = () => new Date(Date.now() + (attack.years ?? 0) * YEAR);
    const desk = await openDesk({ now });
    const server = await startHostileServer(desk.site);
    try {
      if (attack.name !== 'indefinite freeze') server.setClock(now);
      await desk.ship(attackRelease(A));
      const reader = await addReader(browser, desk, server);
      if (attack.before)
        await attack.before({ desk, server, check: async () => void (await reader.check()) });
      else await desk.ship(attackRelease(B));
      if (attack.twist) server.twist(await attack.twist({ desk, server, check: async () => undefined }));

      const state = await reader.check();
      const problem = state.problem?.code ?? 'none';
      const allowed: readonly string[] = attack.codes.length === 0 ? ['none'] : attack.codes;
      expect(allowed, `${problem}: ${state.problem?.detail}`).toContain(problem);
      expect(state.status).toBe(attack.status);
      expect(await reader.held()).toBe(attack.after ?? A);
      // The core dataset is untouched by whatever happens to another one.
      expect((await browser.callWorker('cards', { ids: ['huawei'] })).length).toBe(1);

      server.twist(null);
      await reader.check();
      expect(await reader.held()).toBe(
        attack.inTheEnd === 'nothing' ? (attack.after ?? A) : (attack.inTheEnd ?? B),
      );
      await reader.remove();
    } finally {
      await server.close();
      desk.remove();
    }
  });
});

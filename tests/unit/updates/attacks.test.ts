/** The table of attacks against the worker's parts in Node, over a real server. The same rows run in both browsers: tests/full. */
import { afterAll, describe, expect, it } from 'vitest';
import { A, ALL_IDS, ATTACKS, type Attack, attackRelease, B } from '../../helpers/attacks.ts';
import { openDesk } from '../../helpers/desk.ts';
import { startHostileServer } from '../../helpers/hostile-server.ts';
import { createReader } from '../../helpers/reader.ts';

const YEAR = 365 * 86_400_000;

// Each row makes keys, signs and serves: seconds on a busy machine.
describe('an update', { timeout: 60_000 }, () => {
  const rest: (() => unknown)[] = [];
  afterAll(async () => {
    for (const end of rest) await end();
  });

  it.each(ATTACKS.map((attack) => [attack.name, attack] as const))('%s', async (_, attack: Attack) => {
    const now = () => new Date(Date.now() + (attack.years ?? 0) * YEAR);
    const desk = await openDesk({ now });
    const server = await startHostileServer(desk.site);
    rest.push(desk.remove, server.close);
    if (attack.name !== 'indefinite freeze') server.setClock(now);
    await desk.ship(attackRelease(A));
    const bundled = attackRelease('2016.01.01', { updates: { address: server.address, root: desk.root() } });
    const reader = createReader({ bundled, host: { now: Date.now } });
    const held = async () => {
      const cards = await reader.dataset.cards(ALL_IDS);
      expect(cards).toHaveLength(ALL_IDS.length);
      const texts = new Set(cards.flatMap((card) => card.statements.map((s) => s.text.en)));
      expect(texts.size).toBe(1);
      const version = /As of (.*)\./.exec([...texts][0] ?? '')?.[1];
      return version === '2016.01.01' ? 'nothing' : version;
    };
    await reader.check();
    const scene = { desk, server, check: async () => void (await reader.check()) };
    if (attack.before) await attack.before(scene);
    else await desk.ship(attackRelease(B));
    if (attack.twist) server.twist(await attack.twist(scene));

    const state = await reader.check();
    expect([state.problem?.code ?? 'none', state.problem?.detail]).toEqual([
      attack.codes.length === 0 ? 'none' : expect.toBeOneOf([...attack.codes]),
      attack.codes.length === 0 ? undefined : expect.any(String),
    ]);
    expect(state.status).toBe(attack.status);
    expect(await held()).toBe(attack.after ?? A);

    server.twist(null);
    await reader.check();
    expect(await held()).toBe(attack.inTheEnd === 'nothing' ? (attack.after ?? A) : (attack.inTheEnd ?? B));
  });
});

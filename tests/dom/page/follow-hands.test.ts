import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followHands } from '../../../src/page/follow-hands.ts';
import { type Hands, type HandsHost, isPageCall } from '../../../src/page/hands-door.ts';

let stop: AbortController;
let lent: (PointerEvent | null)[];
let pressed: number;
let isWorthwhile: boolean;
const HANDS = { current: () => null } as unknown as Hands;
const injectHands = vi.fn(async () => null);

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  [lent, pressed, isWorthwhile] = [[], 0, true];
  injectHands.mockReset();
  injectHands.mockImplementation(async () => {
    globalThis.sidelightHands = () => HANDS;
    return null;
  });
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
  globalThis.sidelightHands = undefined;
});

const start = () =>
  followHands({
    document,
    worker: { injectHands },
    signal: stop.signal,
    isWorthwhile: () => isWorthwhile,
    lend(moved) {
      lent.push(moved);
      return {} as HandsHost;
    },
    onPressed: () => pressed++,
  });
function move(type: 'pointermove' | 'pointerdown' = 'pointermove', isTrusted = true): PointerEvent {
  const event = new PointerEvent(type);
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  document.dispatchEvent(event);
  return event;
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('the hands', () => {
  test('are not fetched before anything moves', async () => {
    expect(start().made()).toBeNull();
    await pass(60_000);
    expect(injectHands).not.toHaveBeenCalled();
  });

  test('come once, with the last movement that was made until then', async () => {
    const hands = start();
    move();
    const last = move();
    await pass(0);
    move();
    await pass(0);
    expect(injectHands).toHaveBeenCalledTimes(1);
    expect(hands.made()).toBe(HANDS);
    expect(lent).toEqual([last]);
  });

  test('know of no movement once the pointer was pressed', async () => {
    start();
    move();
    move('pointerdown');
    await pass(0);
    expect([lent, pressed]).toEqual([[null], 1]);
  });

  test.each<[what: string, before: () => void, isTrusted: boolean]>([
    ['a movement that the page has made up', () => undefined, false],
    ['a page with nothing to reach for', () => (isWorthwhile = false), true],
    ['a session that has ended', () => stop.abort(), true],
  ])('do not come for %s', async (_, before, isTrusted) => {
    start();
    before();
    move('pointermove', isTrusted);
    await pass(0);
    expect(injectHands).not.toHaveBeenCalled();
  });

  test('are sent for again when they could not come, and not with every movement', async () => {
    injectHands.mockRejectedValueOnce(new Error('asleep'));
    const hands = start();
    move();
    await pass(0);
    move();
    await pass(0);
    expect(injectHands).toHaveBeenCalledTimes(1);
    await pass(1000);
    move();
    await pass(0);
    expect(hands.made()).toBe(HANDS);
  });

  test('come when they are asked for, whatever moves', async () => {
    isWorthwhile = false;
    expect(await start().get()).toBe(HANDS);
  });

  test('that are there already are not fetched', async () => {
    globalThis.sidelightHands = () => HANDS;
    expect(await start().get()).toBe(HANDS);
    expect(injectHands).not.toHaveBeenCalled();
  });
});

test.each([
  [{ sidelight: 'call', name: 'step', argument: null }, true],
  [{ sidelight: 'call', name: 'toString', argument: null }, false],
  [{ sidelight: 'call', name: 'showNote', argument: null }, false],
  [{ name: 'step' }, false],
  [null, false],
])('whether %o is a call to the page: %s', (message, isOne) => {
  expect(isPageCall(message)).toBe(isOne);
});

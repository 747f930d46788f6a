import { expect, test } from 'vitest';
import { watchHoldKey } from '../../../src/page/hold-key.ts';

function press(type: 'keydown' | 'keyup', key: string, isTrusted: boolean) {
  const event = new KeyboardEvent(type, { key });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  document.dispatchEvent(event);
}

const CASES: [about: string, key: string, isTrusted: boolean, heard: boolean[]][] = [
  ['the key that the reader holds', 'Shift', true, [true, false]],
  ['another key', 'Control', true, []],
  ['a key that the page makes up', 'Shift', false, []],
];

test.each(CASES)('%s', (_, key, isTrusted, heard) => {
  const stop = new AbortController();
  const calls: boolean[] = [];
  watchHoldKey(
    document,
    () => 'Shift',
    (held) => calls.push(held),
    stop.signal,
  );
  press('keydown', key, isTrusted);
  press('keyup', key, isTrusted);
  stop.abort();
  expect(calls).toEqual(heard);
});

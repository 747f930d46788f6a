import { describe, expect, it } from 'vitest';
import type { UpdateStatus } from '../../../src/core/dataset/update-status.ts';
import { type CheckMemory, updateStatus } from '../../../src/updates/status.ts';

const DAY = 86_400_000;
const NOW = 1000 * DAY;
const fine: CheckMemory = {
  attempted: NOW - DAY,
  succeeded: NOW - DAY,
  problem: null,
  expires: NOW + 6 * DAY,
};
const failed = (code: string, over: Partial<CheckMemory> = {}): CheckMemory => ({
  ...fine,
  problem: { code },
  ...over,
});

describe('what a reader is told', () => {
  const cases: [string, Partial<Parameters<typeof updateStatus>[0]>, UpdateStatus][] = [
    ['all is well', {}, 'current'],
    [
      'it was never checked',
      { check: { attempted: null, succeeded: null, problem: null, expires: null } },
      'never-checked',
    ],
    ['it names no place', { hasAddress: false }, 'no-repository'],
    ['it is off', { enabled: false, hasAddress: false }, 'off'],
    ['nobody answered yesterday', { check: failed('offline') }, 'unreached'],
    [
      'nobody has answered since the last word ran out',
      { check: failed('offline', { expires: NOW - 2 * DAY }) },
      'stopped',
    ],
    [
      'the last word has run out, but nobody has looked since',
      { check: failed('offline', { expires: NOW - DAY / 2 }) },
      'unreached',
    ],
    ['what came has run out', { check: failed('expired') }, 'stopped'],
    ['a signature does not fit', { check: failed('not-genuine') }, 'refused'],
    ['the clock contradicts the server', { check: failed('clock') }, 'clock'],
    ['the clock is before what has happened', { floor: NOW + 2 * DAY }, 'clock'],
    ['the clock is a few hours off', { floor: NOW + DAY / 4 }, 'current'],
    ['there is no room', { check: failed('disk-full') }, 'disk-full'],
    ['the browser does not allow it', { check: failed('permission') }, 'permission'],
    ['a reason that a later version knows', { check: failed('something-new') }, 'unreached'],
  ];
  it.each(cases)('when %s', (_, over, expected) => {
    expect(updateStatus({ hasAddress: true, enabled: true, check: fine, now: NOW, floor: 0, ...over })).toBe(
      expected,
    );
  });
});

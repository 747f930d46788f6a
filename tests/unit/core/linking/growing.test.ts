import { describe, expect, it } from 'vitest';
import { growingInt32, growingUint8, growingUint16 } from '../../../../src/core/linking/growing.ts';

describe('a growing list', () => {
  it.each([
    ['32-bit numbers', growingInt32, -70_000],
    ['bytes', growingUint8, 200],
    ['16-bit units', growingUint16, 60_000],
  ] as const)('of %s holds all that was pushed, however many', (_, make, value) => {
    const list = make();
    for (let i = 0; i < 5000; i++) list.push(i % 100);
    list.set(4321, value);
    list.set(5000, value);
    expect(list.length).toBe(5000);
    expect([list.get(4320), list.get(4321), list.get(5000), list.get(-1)]).toEqual([20, value, 0, 0]);
    expect([...list.all()]).toEqual(Array.from({ length: 5000 }, (_, i) => (i === 4321 ? value : i % 100)));
  });
});

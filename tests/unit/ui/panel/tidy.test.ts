import { describe, expect, test } from 'vitest';
import { routesOf } from '../../../../src/ui/panel/routes.ts';
import { tidy } from '../../../../src/ui/panel/tidy.ts';

const ROOM = { width: 320, rim: 4, gap: 14 };
const column = () => ['a', 'b', 'c'].map((id, i) => ({ id, x: 100, y: 20 + i * 60, width: 80, height: 25 }));

describe('a tidy picture', () => {
  test('has no name in the way of a line that is not its own', () => {
    const boxes = column();
    tidy(boxes, [['a', 'c']], () => false, ROOM);
    expect(routesOf(boxes, [['a', 'c']])[0]).toHaveLength(2);
  });

  test('leaves names alone that must stay, and those that stand well', () => {
    const boxes = column();
    tidy(boxes, [['a', 'c']], () => true, ROOM);
    expect(boxes).toEqual(column());
    const good = column().slice(0, 2);
    tidy(good, [], () => false, ROOM);
    expect(good).toEqual(column().slice(0, 2));
  });

  test('keeps names apart and inside', () => {
    const boxes = column();
    tidy(
      boxes,
      [
        ['a', 'c'],
        ['b', 'c'],
      ],
      () => false,
      ROOM,
    );
    for (const [i, a] of boxes.entries()) {
      expect(a.x - a.width / 2).toBeGreaterThanOrEqual(4);
      expect(a.x + a.width / 2).toBeLessThanOrEqual(316);
      for (const b of boxes.slice(i + 1))
        expect(Math.abs(a.x - b.x) >= 94 || Math.abs(a.y - b.y) >= 39).toBe(true);
    }
  });
});

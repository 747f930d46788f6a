import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MARGIN, placeFor, type Side } from '../../../../src/ui/card/placing.ts';

const view = { width: 1000, height: 800 };
const card = { width: 380, height: 400 };
const words = (x: number, y: number) => new DOMRect(x, y, 80, 20);

describe('where the card goes', () => {
  const cases: [string, Parameters<typeof placeFor>, Partial<ReturnType<typeof placeFor>>][] = [
    ['below the words', [words(100, 100), card, 400, view, null], { x: 100, y: 126, side: 'below' }],
    [
      'above them where only there is room',
      [words(100, 700), card, 400, view, null],
      { x: 100, y: 294, side: 'above' },
    ],
    [
      'below where it fits there, though there is more room above',
      [words(100, 340), card, 400, view, null],
      { side: 'below' },
    ],
    [
      'on the side with more room where it fits on neither',
      [words(100, 500), card, 560, view, null],
      { side: 'above', room: 486 },
    ],
    ['inside the window’s right edge', [words(950, 100), card, 400, view, null], { x: 1000 - 380 - MARGIN }],
    [
      'on the side it is on, while there is some room',
      [words(100, 600), card, 400, view, 'below'],
      { side: 'below', room: 166 },
    ],
    [
      'on the other side when there is none left',
      [words(100, 620), card, 400, view, 'below'],
      { side: 'above' },
    ],
    [
      'over the words in a window of a few lines',
      [words(10, 60), { width: 300, height: 500 }, 500, { width: 320, height: 220 }, null],
      { side: null, x: 10, y: MARGIN, room: 204 },
    ],
    [
      'at the window’s edge in one narrower than the card',
      [words(200, 10), card, 400, { width: 320, height: 800 }, null],
      { x: MARGIN },
    ],
    [
      'inside the window when the words are not in it yet',
      [words(100, 3000), card, 400, view, null],
      { side: null, y: 800 - 400 - MARGIN },
    ],
  ];
  it.each(cases)('%s', (_, given, expected) => {
    expect(placeFor(...given)).toMatchObject(expected);
  });

  it('never leaves the window, and never covers the words while there is room beside them', () => {
    const pixels = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(
        fc.record({ x: pixels(1500), y: pixels(1500), height: pixels(60), width: pixels(400) }),
        fc.record({ width: fc.integer({ min: 200, max: 480 }), height: fc.integer({ min: 40, max: 560 }) }),
        fc.record({
          width: fc.integer({ min: 500, max: 1600 }),
          height: fc.integer({ min: 120, max: 1600 }),
        }),
        fc.constantFrom<Side | null>(null, 'above', 'below'),
        ({ x, y, width, height }, size, window, kept) => {
          const at = new DOMRect(x, y, width, height);
          const { x: left, y: top, room, side } = placeFor(at, size, size.height, window, kept);
          const shown = Math.min(size.height, room);
          expect(left).toBeGreaterThanOrEqual(MARGIN);
          expect(left + size.width).toBeLessThanOrEqual(Math.max(window.width - MARGIN, size.width + MARGIN));
          expect(top).toBeGreaterThanOrEqual(MARGIN);
          expect(top + shown).toBeLessThanOrEqual(window.height - MARGIN + 0.001);
          if (side === 'below') expect(top).toBeGreaterThanOrEqual(at.bottom);
          if (side === 'above') expect(top + shown).toBeLessThanOrEqual(at.top);
        },
      ),
    );
  });
});

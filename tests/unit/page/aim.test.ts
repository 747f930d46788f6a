import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAim, isBetween, SWEEP } from '../../../src/page/aim.ts';

/** A word above, its card below it and to the right. */
const card = { left: 100, top: 130, right: 470, bottom: 500 };
const word = { x: 120, y: 115 };

describe('on the way to the card', () => {
  const places: [string, { x: number; y: number }, boolean][] = [
    ['straight down', { x: 120, y: 124 }, true],
    ['aslant to the far corner', { x: 300, y: 124 }, true],
    ['back over the word and up', { x: 120, y: 80 }, false],
    ['away to the left', { x: 40, y: 118 }, false],
    ['along the line, past the card', { x: 700, y: 116 }, false],
    ['in the card', { x: 300, y: 300 }, true],
  ];
  it.each(places)('%s', (_, point, expected) => {
    expect(isBetween(word, point, card)).toBe(expected);
  });

  it('holds for every point on every straight way from the word to the card', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (toX, toY, along) => {
        const x = card.left + toX * (card.right - card.left);
        const y = card.top + toY * (card.bottom - card.top);
        const point = { x: word.x + along * (x - word.x), y: word.y + along * (y - word.y) };
        expect(isBetween(word, point, card)).toBe(true);
      }),
    );
  });

  it('asks for getting nearer with every movement', () => {
    const aim = createAim();
    aim.on(word);
    expect(aim.isNearing({ x: 125, y: 119 }, card)).toBe(true);
    expect(aim.isNearing({ x: 125, y: 118 }, card)).toBe(false);
    expect(aim.isNearing({ x: 130, y: 123 }, card)).toBe(true);
    expect(aim.isNearing({ x: 130, y: 123 }, card)).toBe(false);
  });

  it('begins on the word: without having been there nothing is on the way', () => {
    expect(createAim().isNearing({ x: 125, y: 119 }, card)).toBe(false);
  });
});

describe('a sweep', () => {
  it.each([
    ['slower than the limit', SWEEP * 16 * 0.9, 16, false],
    ['faster than the limit', SWEEP * 16 * 1.1, 16, true],
    ['the first movement after a rest', 4000, 500, false],
    ['two events of one moment', 40, 0, true],
  ])('%s', (_, pixels, milliseconds, expected) => {
    const aim = createAim();
    expect(aim.moved({ x: 0, y: 0 }, 1000)).toBe(false);
    expect(aim.moved({ x: pixels, y: 0 }, 1000 + milliseconds)).toBe(expected);
  });
});

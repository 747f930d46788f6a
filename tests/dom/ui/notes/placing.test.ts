import { expect, it } from 'vitest';
import { placeBeside, placeInCorner } from '../../../../src/ui/notes/placing.ts';

const desk = { width: 1000, height: 800 };
const phone = { width: 360, height: 740 };
const box = { width: 344, height: 400 };

it.each([
  ['below the words', new DOMRect(100, 100, 80, 20), { left: 100, top: 128 }],
  ['above them where there is no room below', new DOMRect(100, 600, 80, 20), { left: 100, top: 192 }],
  ['inside the window’s right edge', new DOMRect(900, 100, 80, 20), { left: 648, top: 128 }],
])('a box stands %s', (_, words, expected) => {
  expect(placeBeside(words, box, desk)).toEqual(expected);
});

it.each([
  ['above the corner', box, desk, { left: 640, top: 336 }],
  ['at no edge of a window it just fits in', box, phone, { left: 8, top: 276 }],
  [
    'inside a window too low for it',
    { ...box, height: 384 },
    { width: 740, height: 400 },
    { left: 380, top: 8 },
  ],
])('without words it stands %s', (_, size, window, expected) => {
  expect(placeInCorner(size, window)).toEqual(expected);
});

import { expect, test } from 'vitest';
import { nearestTowards } from '../../../../src/ui/panel/towards.ts';

const PLACES = new Map([
  ['middle', { x: 100, y: 100 }],
  ['right', { x: 200, y: 110 }],
  ['far right', { x: 300, y: 100 }],
  ['below', { x: 105, y: 160 }],
]);

test.each([
  ['middle', 'ArrowRight', 'right'],
  ['right', 'ArrowLeft', 'middle'],
  ['middle', 'ArrowDown', 'below'],
  ['middle', 'ArrowUp', null],
  ['middle', 'Tab', null],
  ['nobody', 'ArrowUp', null],
])('from %s, %s leads to %s', (from, key, to) => {
  expect(nearestTowards(PLACES, from, key)).toBe(to);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningOf, endOf } from '../../../src/ui/surroundings.ts';

const A = 'a'.repeat(150);
const HAN = '摄'.repeat(200);

const BEFORE: [before: string, shown: string][] = [
  ['', ''],
  ['Officials said that ', 'Officials said that '],
  [`not shown, yesterday in ${A}`, `… in ${A}`],
  [HAN, `… ${HAN.slice(0, 160)}`],
];
test.each(BEFORE)('before the passage: %j', (before, shown) => {
  expect(endOf(before)).toBe(shown);
});

const AFTER: [after: string, shown: string][] = [
  ['', ''],
  [' in the city.', ' in the city.'],
  [`${A} in Belgrade yesterday`, `${A} in …`],
  [`${A} in August.  And more`, `${A} in …`],
  [HAN, `${HAN.slice(0, 160)} …`],
];
test.each(AFTER)('after the passage: %j', (after, shown) => {
  expect(beginningOf(after)).toBe(shown);
});

test('nothing is shown that does not stand there', () => {
  const words = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), { maxLength: 40 });
  fc.assert(
    fc.property(words, (list) => {
      const text = list.join(' ');
      expect(text.endsWith(endOf(text).replace(/^… /, ''))).toBe(true);
      expect(text.startsWith(beginningOf(text).replace(/ …$/, ''))).toBe(true);
    }),
  );
});

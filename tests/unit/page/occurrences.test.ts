import { expect, test } from 'vitest';
import { occurrences } from '../../../src/page/occurrences.ts';

/** Mentions at these places of a text, in its order. */
const at = (text: string, ...places: [words: string, start: number][]) =>
  occurrences(
    text,
    places.map(([words, start]) => ({ text: words, start })),
  );

test('says which of the same words a mention is, counting those that are none', () => {
  const text = 'Huawei, Dahua, Huawei Cloud, Huawei.';
  expect(at(text, ['Huawei', 0], ['Dahua', 8], ['Huawei Cloud', 15], ['Huawei', 29])).toEqual([1, 1, 1, 3]);
});

test('takes line breaks and runs of spaces for one space, and signs for themselves', () => {
  const text = 'Citizen Lab. Citizen\n  Lab. Citizen\u00a0Lab. A.I. AXIS A.I.';
  expect(at(text, ['Citizen\n  Lab', 13], ['Citizen\u00a0Lab', 28], ['A.I.', 51])).toEqual([2, 1, 2]);
});

test('goes once through a text of ten million letters, however many mentions there are', () => {
  const paragraph = `${'word '.repeat(330)}Huawei.\n\n`;
  const text = paragraph.repeat(6000);
  const mentions = Array.from({ length: 6000 }, (_, i) => ({
    text: 'Huawei',
    start: i * paragraph.length + 1650,
  }));
  expect(occurrences(text, mentions)).toEqual(mentions.map((_, i) => i + 1));
});

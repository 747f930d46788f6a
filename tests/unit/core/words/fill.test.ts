import { describe, expect, test } from 'vitest';
import { type Entry, fill } from '../../../../src/core/words/fill.ts';

describe('fill', () => {
  const russian = { one: '{0} имя', few: '{0} имени', many: '{0} имён' };
  test.each<[Exclude<Entry, readonly string[]>, unknown[], string, string]>([
    ['Bekannt am {0}', ['3. Mai'], 'de', 'Bekannt am 3. Mai'],
    ['{1}起{0}', ['适用', '2026年'], 'zh-CN', '2026年起适用'],
    ['{0} Namen', [1234567], 'de', '1.234.567 Namen'],
    [russian, [1], 'ru', '1 имя'],
    [russian, [3], 'ru', '3 имени'],
    [russian, [11], 'ru', '11 имён'],
    [russian, [21], 'ru', '21 имя'],
    [russian, [1.5], 'ru', '1,5 имён'],
    [{ one: '{1}: ein Wort', other: '{1}: {0} Wörter' }, [1, 'X'], 'de', 'X: ein Wort'],
    [{ early: 'damals', since: 'seither' }, ['since'], 'de', 'seither'],
    ['nothing for {3}', ['a'], 'en', 'nothing for {3}'],
    ['a price: {0}', ['$1 {1}'], 'en', 'a price: $1 {1}'],
  ])('%j with %j in %s', (entry, args, locale, text) => {
    expect(fill(entry, args, locale)).toBe(text);
  });
});

import { expect, test } from 'vitest';
import { classOf, foldEntry, WORD } from '../../../../src/core/text/fold.ts';
import { isWordUnit } from '../../../../src/page/read/word-unit.ts';

/** Signs in which no name is written: modifiers, circled letters, marks by themselves, wide low lines. */
const ORNAMENT =
  /[\u02b9-\u02bc\u0374\u037a\u0640\u24b6-\u24e9\u3192-\u3195\u3260-\u3289\ufc5e-\ufc63\ufcf2-\ufcf4\ufe33-\ufe4f\ufe70-\ufe7f\uff3f\uff70\uff9e\uff9f]/;

test('a unit is part of a word to the reader of pages where it is to the matcher', () => {
  const differing: string[] = [];
  for (let unit = 0; unit < 0x10000; unit++) {
    if (ORNAMENT.test(String.fromCharCode(unit))) continue;
    if (isWordUnit(unit) !== (classOf(foldEntry(unit)) === WORD)) differing.push(unit.toString(16));
  }
  expect(differing).toEqual([]);
});

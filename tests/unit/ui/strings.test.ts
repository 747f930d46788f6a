import { describe, expect, it } from 'vitest';
import {
  ACTS,
  AMOUNT_PROPERTIES,
  BASES,
  INTERESTS,
  KINDS,
  LAW_STATES,
  RELATIONS,
  STANDINGS,
} from '../../../src/core/dataset/vocabulary.ts';
import {
  ACT,
  AMOUNT,
  BASIS,
  INTEREST,
  KIND,
  LAW_STATE,
  RELATION,
  STANDING,
} from '../../../src/ui/strings.ts';

describe('words of the interface', () => {
  it.each([
    ['kind', KINDS, KIND],
    ['act', ACTS, ACT],
    ['basis', BASES, BASIS],
    ['interest', INTERESTS, INTEREST],
    ['state of a law', LAW_STATES, LAW_STATE],
    ['sort of figure', AMOUNT_PROPERTIES, AMOUNT],
  ])('there is one for every %s', (_, keys, words: Readonly<Record<string, string>>) => {
    expect(keys.filter((key) => !words[key])).toEqual([]);
  });

  it('every relation reads in both directions', () => {
    expect(RELATIONS.filter((type) => RELATION[type].some((phrase) => phrase === ''))).toEqual([]);
  });

  it('only what stands goes without a word', () => {
    expect(STANDINGS.filter((standing) => STANDING[standing] === '')).toEqual(['current']);
  });
});

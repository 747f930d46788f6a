import { describe, expect, it } from 'vitest';
import { ACTS, BASES, KINDS, RELATIONS, STANDINGS } from '../../../src/core/dataset/vocabulary.ts';
import { archiveAddress, isWebAddress, passageAddress } from '../../../src/ui/card/addresses.ts';
import { localText } from '../../../src/ui/card/local-text.ts';
import { inWords } from '../../../src/ui/dates.ts';
import { placeName } from '../../../src/ui/places.ts';
import { ACT, BASIS, KIND, RELATION, STANDING } from '../../../src/ui/strings.ts';

describe('dates in words', () => {
  it.each([
    ['2019-06-18', '18 June 2019'],
    ['2018-03', 'March 2018'],
    ['2019', '2019'],
    [{ from: '2019' }, 'since 2019'],
    [{ to: '2020-02' }, 'until February 2020'],
    [{ from: '2019', to: '2021' }, '2019 to 2021'],
  ])('%j is %s', (date, words) => {
    expect(inWords(date)).toBe(words);
  });
});

describe('addresses', () => {
  it.each([
    [
      'https://a.example/x',
      { start: 'two words', end: 'the end' },
      'https://a.example/x#:~:text=two%20words,the%20end',
    ],
    ['https://a.example/x#part', { start: 'a', end: 'b' }, 'https://a.example/x#part:~:text=a,b'],
    [
      'https://a.example/x',
      { start: 'well-known, yes', end: 'č & ”' },
      'https://a.example/x#:~:text=well%2Dknown%2C%20yes,%C4%8D%20%26%20%E2%80%9D',
    ],
    ['https://a.example/x', null, 'https://a.example/x'],
  ])('%s', (url, passage, expected) => {
    expect(passageAddress({ url, passage })).toBe(expected);
  });

  it('prefers the recorded archive, else asks for the closest capture', () => {
    expect(archiveAddress({ url: 'https://a.example', archived: 'https://arch.example/1' })).toBe(
      'https://arch.example/1',
    );
    expect(archiveAddress({ url: 'https://a.example/x', archived: null })).toBe(
      'https://web.archive.org/web/2/https://a.example/x',
    );
  });

  it.each([
    ['https://a.example', true],
    ['http://a.example', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    [' https://a.example', false],
  ])('%s may be linked: %s', (url, allowed) => {
    expect(isWebAddress(url)).toBe(allowed);
  });
});

describe('words of the interface', () => {
  it('has one for every word of the dataset', () => {
    for (const kind of KINDS) expect(KIND[kind]).toBeTruthy();
    for (const act of ACTS) expect(ACT[act]).toBeTruthy();
    for (const basis of BASES) expect(BASIS[basis]).toBeTruthy();
    for (const standing of STANDINGS) expect(STANDING[standing]).toBeDefined();
    for (const relation of RELATIONS) expect(RELATION[relation]).toHaveLength(2);
  });

  it('shows text in the reader’s language where it is written in it', () => {
    const text = { en: 'A law.', sr: 'Zakon.' };
    expect([
      localText(text, 'sr-RS'),
      localText(text, 'hr'),
      localText(text, 'de'),
      localText({ en: 'A law.' }, 'sr'),
    ]).toEqual(['Zakon.', 'Zakon.', 'A law.', 'A law.']);
    expect([placeName('RS'), placeName('EU'), placeName('INT')]).toEqual([
      'Serbia',
      'European Union',
      'International',
    ]);
  });
});

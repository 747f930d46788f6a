import { describe, expect, it } from 'vitest';
import {
  archiveAddress,
  archiveHost,
  isWebAddress,
  passageAddress,
} from '../../../../src/ui/card/addresses.ts';

const PAGE = 'https://a.example/x';
const AB = { start: 'a', end: 'b' };

describe('the address of a passage', () => {
  it.each([
    [
      'words as a range',
      PAGE,
      { start: 'two words', end: 'the end' },
      `${PAGE}#:~:text=two%20words,the%20end`,
    ],
    ['a fragment that is there', `${PAGE}#part`, AB, `${PAGE}#part:~:text=a,b`],
    ['a directive that is there', `${PAGE}#:~:text=c`, AB, `${PAGE}#:~:text=c&text=a,b`],
    [
      'dashes, commas, ampersands, letters',
      PAGE,
      { start: 'well-known, yes', end: 'č & ”' },
      `${PAGE}#:~:text=well%2Dknown%2C%20yes,%C4%8D%20%26%20%E2%80%9D`,
    ],
    ['the same words twice', PAGE, { start: 'one term', end: 'one term' }, `${PAGE}#:~:text=one%20term`],
    ['an end that is missing', PAGE, { start: 'one term', end: '' }, `${PAGE}#:~:text=one%20term`],
    ['no words at all', PAGE, { start: ' ', end: '' }, PAGE],
    ['half a character', PAGE, { start: 'x\ud800', end: 'b' }, `${PAGE}#:~:text=x%EF%BF%BD,b`],
    ['no passage', PAGE, null, PAGE],
  ])('%s', (_, url, passage, expected) => {
    expect(passageAddress({ url, passage })).toBe(expected);
  });
});

describe('the archived copy', () => {
  it('is the recorded one, else the archive’s closest capture', () => {
    expect(archiveAddress({ url: PAGE, archived: 'https://arch.example/1' })).toBe('https://arch.example/1');
    expect(archiveAddress({ url: PAGE, archived: null })).toBe(`https://web.archive.org/web/2/${PAGE}`);
  });

  it.each([
    [null, null],
    ['https://web.archive.org/web/2019/https://a.example', null],
    ['https://archive.org/details/x', null],
    ['https://notarchive.org/x', 'notarchive.org'],
    ['https://archive.ph/x', 'archive.ph'],
  ])('of %s is kept by %s', (archived, host) => {
    expect(archiveHost({ archived })).toBe(host);
  });
});

describe('what may be linked', () => {
  it.each([
    ['https://a.example', true],
    ['HTTP://a.example', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    [' https://a.example', false],
    ['//a.example', false],
    ['', false],
  ])('%s: %s', (url, allowed) => {
    expect(isWebAddress(url)).toBe(allowed);
  });
});

import { describe, expect, it } from 'vitest';
import { sourceDetails } from '../../../../src/ui/card/source-details.ts';
import { aSource } from '../../../helpers/builders.ts';

const PAGE = { date: '2019-06-18', urls: ['https://paper.example/article'], titles: [] };

describe('details of a source', () => {
  it.each([
    ['its date', {}, ['1 March 2019']],
    ['that it has none', { published: null }, ['undated']],
    ['its language unless it is English', { lang: 'sr-Latn' }, ['1 March 2019', 'in Serbian']],
    ['no language for any English', { lang: 'en-GB' }, ['1 March 2019']],
    ['whom it was taken over from', { origin: 'Tanjug' }, ['from Tanjug', '1 March 2019']],
    ['who stands behind it', { interest: 'state-media' }, ['1 March 2019', 'state media']],
    ['that it is weak', { weak: true }, ['1 March 2019', 'weak source']],
    ['that it is not encrypted', { url: 'http://a.example' }, ['1 March 2019', 'not encrypted']],
    ['that it is the open page', { url: 'https://paper.example/article/' }, ['1 March 2019', '† this page']],
  ] as const)('say %s', (_, source, expected) => {
    expect(sourceDetails(aSource(source), PAGE)).toEqual(expected);
  });
});

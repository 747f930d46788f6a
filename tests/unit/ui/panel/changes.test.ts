import { describe, expect, test } from 'vitest';
import { changesSince } from '../../../../src/ui/panel/changes.ts';
import { aCardStatement, aSource } from '../../../helpers/builders.ts';
import { aCard } from '../a-card.ts';

const PAGE = { date: '2022-03-21', urls: [], titles: [] };
const came = (id: string, published: string, about: string[]) =>
  aCardStatement({ id, known: published, about, sources: [aSource({ published })] });

describe('what has come out since the article', () => {
  const shared = came('square/later', '2024-05-01', ['square', 'acme']);
  const cards = [
    aCard({ statements: [came('square/then', '2021-01-01', ['square']), shared] }),
    aCard({ id: 'acme', name: 'Acme', statements: [shared, came('acme/last', '2025-02-03', ['acme'])] }),
    aCard({
      id: 'act',
      name: 'Camera Act',
      kind: 'law',
      states: [
        { state: 'adopted', date: '2020', sources: [] },
        { state: 'in-force', date: '2024-08', sources: [] },
        { state: 'applies', date: '2027-08', sources: [] },
      ],
    }),
  ];

  test('is listed newest first, each once, with what it is about; what is to come is not', () => {
    expect(changesSince(cards, PAGE, '2026-11-28').map(({ day, about }) => [day, ...about])).toEqual([
      ['2025-02-03', 'Acme'],
      ['2024-08-01', 'Camera Act'],
      ['2024-05-01', 'Square Watch', 'Acme'],
    ]);
  });

  test('cannot be told of a page without a date', () => {
    expect(changesSince(cards, { ...PAGE, date: null }, '2026-11-28')).toEqual([]);
  });
});

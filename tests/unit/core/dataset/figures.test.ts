import { describe, expect, it } from 'vitest';
import { figureGroups } from '../../../../src/core/dataset/figures.ts';
import { aCardStatement } from '../../../helpers/builders.ts';

const said = (id: string, event: string, property: 'planned' | 'installed' | 'capable', value: number) =>
  aCardStatement({ id, event, amount: { value, qualifier: 'about', unit: 'cameras', property } });

describe('figures', () => {
  it('stand with figures of their own kind only, oldest first', () => {
    const groups = figureGroups([
      said('c/planned-2020', '2020-05', 'planned', 8000),
      said('c/installed-2018', '2018-03', 'installed', 47),
      aCardStatement({ id: 'c/none' }),
      said('c/capable-2025', '2025-08', 'capable', 3500),
      said('c/planned-2019', '2019-02', 'planned', 1000),
    ]);
    expect(groups.map(({ property, figures }) => [property, ...figures.map((f) => f.figure.value)])).toEqual([
      ['installed', 47],
      ['planned', 1000, 8000],
      ['capable', 3500],
    ]);
  });
});

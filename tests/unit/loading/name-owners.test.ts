import { describe, expect, it } from 'vitest';
import { createNameOwners } from '../../../src/loading/name-owners.ts';
import { anAlias } from '../../helpers/builders.ts';

/** [dataset, name, entity, who keeps it: null where it may have it itself] in the order in which they come. */
const NAMES: readonly (readonly [string | null, string, string, string | null])[] = [
  [null, 'Acme', 'acme', null],
  [null, 'Acme', 'other', null],
  [null, 'Acme Systems', 'systems', null],
  [null, 'Safe City', 'city', null],
  ['first', 'acme', 'first~a', 'acme'],
  ['first', 'The Acme Group', 'first~a', 'acme'],
  ['first', 'Acme Systems Ltd', 'first~b', 'systems'],
  ['first', 'Acmes', 'first~c', null],
  ['first', 'Group', 'first~d', null],
  ['first', 'Group', 'first~e', null],
  ['second', 'Group', 'second~a', 'first~d'],
  ['second', 'City', 'second~b', null],
  ['second', 'A Safe City of Acme', 'second~b', 'city'],
  ['second', 'Safe Group City', 'second~c', 'first~d'],
];

describe('a name of several datasets', () => {
  it('belongs to the first that has it, also inside a longer one, and is told as a conflict once', () => {
    const owners = createNameOwners();
    let before: string | null | undefined;
    for (const [dataset, text, entity, keeper] of NAMES) {
      if (dataset !== before) owners.next(dataset, dataset === 'second');
      before = dataset;
      for (let again = 0; again < 2; again++)
        expect([text, owners.mayHave(anAlias({ text, entity }))]).toEqual([text, keeper === null]);
    }
    const told = [...owners.conflicts].flatMap(([dataset, list]) =>
      list.map(({ kept, ours }) => `${dataset}: ${kept} ${ours}`),
    );
    expect(told).toEqual([
      'first: acme first~a',
      'first: systems first~b',
      'second: first~d second~a',
      'second: city second~b',
      'second: first~d second~c',
    ]);
  });

  it('is not looked at when there is only one', () => {
    const owners = createNameOwners();
    owners.next(null, true);
    expect(owners.mayHave(anAlias({ text: 'Acme', entity: 'a' }))).toBe(true);
    expect(owners.mayHave(anAlias({ text: 'Acme', entity: 'b' }))).toBe(true);
    expect(owners.conflicts.size).toBe(0);
  });
});

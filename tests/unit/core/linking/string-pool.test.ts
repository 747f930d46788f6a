import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStringPoolBuilder, readString } from '../../../../src/core/linking/string-pool.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('', 'a', 'ä', 'ж', 'Acme', 'Acme Systems'),
  fc.string({ minLength: 254, maxLength: 258 }),
);

describe('a string pool', () => {
  it('gives every string back, and each string one place and one number', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 60 }), text, (texts, other) => {
        const pool = createStringPoolBuilder();
        const distinct = [...new Set(texts)];
        const places = texts.map(pool.add);
        expect(texts.map(pool.number)).toEqual(texts.map((added) => distinct.indexOf(added)));
        expect(texts.map(pool.find)).toEqual(texts.map((added) => distinct.indexOf(added)));
        expect(pool.find(other)).toBe(distinct.indexOf(other));
        expect(pool.size()).toBe(distinct.length);
        expect(distinct.map((_, number) => pool.read(number))).toEqual(distinct);
        const kept = { narrow: pool.narrow(), wide: pool.wide() };
        expect(places.map((place) => readString(kept, place))).toEqual(texts);
        expect(new Set(places).size).toBe(distinct.length);
      }),
    );
  });

  it('finds all of many', () => {
    const pool = createStringPoolBuilder();
    const many = Array.from({ length: 20_000 }, (_, i) => `${i % 3 === 0 ? 'Фирма' : 'Company'} ${i}`);
    for (const one of many) pool.add(one);
    expect(many.map(pool.find)).toEqual(many.map((_, i) => i));
    expect(pool.find('Company')).toBe(-1);
  });
});

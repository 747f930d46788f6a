import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bundleSchema, bundlesOf } from '../../src/core/dataset/bundle.ts';
import { deltaHeaderSchema, deltaLines, patchSchema } from '../../src/core/dataset/delta.ts';
import { fits } from '../../src/core/dataset/fits.ts';
import { headerOf, headerSchema } from '../../src/core/dataset/release-lines.ts';
import { anAlias, anEntity, aRelease, aStatement } from '../helpers/builders.ts';

/** A release in which every field that there can be is there. */
const full = aRelease({
  entities: [
    anEntity({
      id: 'a',
      places: ['RS'],
      summary: { en: 'A law.', sr: 'Zakon.' },
      citation: 'Law 1/2019',
      relations: [
        { type: 'related-to', target: 'b', from: '2018', to: '2019-03', note: 'by contract', sources: [] },
      ],
      states: [
        {
          state: 'in-force',
          date: '2019',
          jurisdiction: 'RS',
          part: 'Article 1',
          note: 'whole',
          sources: [],
        },
      ],
    }),
    anEntity({ id: 'b' }),
  ],
  statements: [
    aStatement({
      id: 'a/s',
      event: { from: '2018', to: '2019' },
      speaker: { name: 'B', id: 'b' },
      answers: ['b/s'],
      noReplyFound: '2020-01-01',
      amount: { value: 1000, qualifier: 'about', unit: 'cameras', property: 'installed' },
    }),
    aStatement({ id: 'b/s', asOf: '2020' }),
  ],
  aliases: [anAlias({ entity: 'a', text: 'A', needs: [['cue:camera', 'entity:b']], never: ['bird'] })],
  cues: [{ id: 'camera', words: { en: ['camera'] } }],
  redirects: { old: 'a' },
  withdrawn: [{ id: 'gone', as: 'removed', on: '2020-01-01', reason: 'It was another company.' }],
});
const side = { header: headerOf(full), bundles: bundlesOf(full) };
const patches = deltaLines('key', { ...side, bundles: [] }, side).slice(1);

/** Forms that are asked, with values that fit. */
const FORMS: readonly [name: string, schema: z.ZodType, right: readonly unknown[]][] = [
  ['a header', headerSchema(), [side.header]],
  ['a bundle', bundleSchema(), side.bundles],
  ['the header of a delta', deltaHeaderSchema(), [{ from: 'key', header: side.header }]],
  ['a patch', patchSchema(), [{ id: 'a', gone: true }, ...patches.map((line) => JSON.parse(line))]],
  [
    'kinds that it does not know',
    z.object({
      address: z.url(),
      count: z.int(),
      short: z.string().max(3),
      day: z.preprocess(String, z.string().min(2)),
      other: z.record(z.enum(['x', 'y']), z.number().positive()),
      rest: z.object({ x: z.number() }).catchall(z.string()),
    }),
    [
      {
        address: 'https://a.example/',
        count: 1,
        short: 'abc',
        day: 12,
        other: { x: 1, y: 2 },
        rest: { x: 1, z: '' },
      },
    ],
  ],
];

const NOTHING = Symbol('no value');
const wrong = fc.constantFrom<unknown>(
  ...[NOTHING, null, true, 0, -1, 1.5, '', 'a', 'b/s', '2019', '<b>x</b>', 'a\u202eb', 'javascript:x', 'any'],
  ...[
    [],
    [null],
    ['a'],
    {},
    { from: '2019' },
    { en: 'x' },
    { id: 'a' },
    [{ source: 'a/story', passage: 'words' }],
  ],
);

/** Puts something else at one place of a value, or adds a field there. */
function changed(value: unknown, at: number, put: unknown, name: string): unknown {
  const places: { holder: Record<string, unknown>; key: string }[] = [];
  const root = { value: structuredClone(value) };
  const walk = (holder: Record<string, unknown>) => {
    for (const key of Object.keys(holder)) {
      places.push({ holder, key });
      const inner = holder[key];
      if (typeof inner === 'object' && inner !== null) walk(inner as Record<string, unknown>);
    }
    if (holder !== root && !Array.isArray(holder)) places.push({ holder, key: name });
  };
  walk(root);
  const place = places[at % places.length] as (typeof places)[number];
  const field = { value: put, enumerable: true, writable: true, configurable: true };
  if (put !== NOTHING) Object.defineProperty(place.holder, place.key, field);
  else if (Array.isArray(place.holder)) place.holder.splice(Number(place.key), 1);
  else delete place.holder[place.key];
  return root.value;
}

describe('whether a value fits', () => {
  for (const [name, schema, right] of FORMS) {
    const test = fits(schema);

    it(`${name}: right ones do`, () => {
      for (const value of right) expect(schema.safeParse(value).error ?? test(value)).toBe(true);
    });

    it(`${name}: is what the schema says, whatever is changed`, () => {
      const change = fc.tuple(fc.nat(400), wrong, fc.constantFrom('gone', 'note', '__proto__', 'extra'));
      let refused = 0;
      fc.assert(
        fc.property(
          fc.constantFrom(...right),
          fc.array(change, { minLength: 1, maxLength: 3 }),
          (value, changes) => {
            const other = changes.reduce((one, [at, put, key]) => changed(one, at, put, key), value);
            const { success } = schema.safeParse(other);
            if (!success) refused++;
            expect(test(other)).toBe(success);
          },
        ),
        { numRuns: 2000 },
      );
      expect(refused).toBeGreaterThan(100);
      expect(refused).toBeLessThan(2000);
    });
  }
});

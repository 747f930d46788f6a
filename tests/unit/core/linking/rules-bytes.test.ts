import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IndexError } from '../../../../src/core/linking/checked-bytes.ts';
import type { AliasRule, LinkRules } from '../../../../src/core/linking/rules.ts';
import { openRules, packRules } from '../../../../src/core/linking/rules-bytes.ts';

const alias = (entities: number): fc.Arbitrary<AliasRule> =>
  fc.record({
    entity: fc.nat({ max: entities - 1 }),
    text: fc.string({ unit: 'binary', maxLength: 30 }),
    lang: fc.constantFrom('en', 'sr-Latn', 'zh'),
    case: fc.constantFrom('any', 'initial', 'exact'),
    inflect: fc.boolean(),
    full: fc.boolean(),
    needs: fc.array(
      fc.array(
        fc.oneof(
          fc.record({ type: fc.constant('cue' as const), id: fc.string() }),
          fc.constant({ type: 'first-full-name' as const }),
          fc.record({
            type: fc.constant('entity' as const),
            id: fc.string(),
            entity: fc.integer({ min: -1, max: 9 }),
          }),
        ),
      ),
      { maxLength: 2 },
    ),
    never: fc.array(fc.string(), { maxLength: 2 }),
    scope: fc.constantFrom('sentence', 'paragraph', 'page'),
  });

const rules: fc.Arbitrary<LinkRules> = fc.integer({ min: 1, max: 8 }).chain((count) =>
  fc.record({
    version: fc.string(),
    entities: fc.array(
      fc.record({
        id: fc.string({ unit: 'binary' }),
        name: fc.oneof(fc.string({ unit: 'binary' }), fc.string({ minLength: 256, maxLength: 400 })),
        kind: fc.constantFrom('vendor', 'law', 'project'),
      }),
      { minLength: count, maxLength: count },
    ),
    aliases: fc.array(alias(count), { maxLength: 12 }),
    cues: fc.array(fc.record({ id: fc.string(), words: fc.constant({}), inCapitals: fc.boolean() }), {
      maxLength: 4,
    }),
    links: fc.array(fc.array(fc.nat({ max: count - 1 }), { maxLength: 5 }), {
      minLength: count,
      maxLength: count,
    }),
  }),
);

describe('packed rules', () => {
  it('say what was packed, in every script', () => {
    fc.assert(
      fc.property(rules, (given) => {
        const book = openRules(packRules(given));
        expect(book.version).toBe(given.version);
        expect(given.entities.map((_, i) => book.entity(i))).toEqual(given.entities);
        expect(given.aliases.map((_, i) => book.alias(i))).toEqual(given.aliases);
        expect(given.links.map((_, i) => Array.from(book.links(i)))).toEqual(given.links);
        expect(given.cues.map((_, i) => book.cue(given.aliases.length + i))).toEqual(
          given.cues.map(({ id, inCapitals }) => ({ id, inCapitals })),
        );
        const { length } = given.aliases;
        expect([book.alias(length), book.cue(length + given.cues.length), book.entity(-1)]).toEqual([
          null,
          null,
          null,
        ]);
      }),
    );
  });

  it('are refused with any byte changed, cut short, or of another layout', () => {
    const bytes = packRules({
      version: '1',
      entities: [{ id: 'a', name: 'A', kind: 'vendor' }],
      aliases: [],
      cues: [],
      links: [[]],
    });
    for (let at = 0; at < bytes.byteLength; at++) {
      const changed = new Uint8Array(bytes.slice(0));
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      expect(() => openRules(changed.buffer)).toThrow(IndexError);
    }
    expect(() => openRules(bytes.slice(0, -4))).toThrow(/length: expected \d+, found \d+/);
    expect(() => openRules(new ArrayBuffer(0))).toThrow(/at least 48 bytes, found 0/);
  });
});

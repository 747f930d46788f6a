import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundlesOf, compareBundleIds, type EntityBundle } from '../../src/core/dataset/bundle.ts';
import { applyPatch, deltaLines, PatchError, patchSchema } from '../../src/core/dataset/delta.ts';
import type { Release } from '../../src/core/dataset/release.ts';
import { headerOf } from '../../src/core/dataset/release-lines.ts';
import { anAlias, anEntity, aRelease, aStatement } from '../helpers/builders.ts';

const idArbitrary = fc.constantFrom(...Array.from({ length: 12 }, (_, i) => `e-${i}`));

/** What a release may say: no markup. */
const textArbitrary = (maxLength: number) => fc.string({ maxLength }).filter((text) => !text.includes('<'));

/** Releases over a few ids, so that two of them have much in common. */
const releaseArbitrary: fc.Arbitrary<Release> = fc
  .uniqueArray(
    fc.record({
      id: idArbitrary,
      name: textArbitrary(8),
      targets: fc.array(idArbitrary, { maxLength: 3 }),
      statements: fc.uniqueArray(
        fc.record({
          id: fc.constantFrom('a', 'b', 'c'),
          text: textArbitrary(12),
          about: fc.uniqueArray(idArbitrary, { minLength: 1, maxLength: 3 }),
        }),
        { selector: (s) => s.id, maxLength: 3 },
      ),
      aliases: fc.array(textArbitrary(6), { maxLength: 2 }),
    }),
    { selector: (e) => e.id, maxLength: 8 },
  )
  .map((entities) =>
    aRelease({
      entities: entities.map(({ id, name, targets }) =>
        anEntity({
          id,
          name,
          relations: targets.map((target) => ({ type: 'related-to' as const, target, sources: [] })),
        }),
      ),
      statements: entities.flatMap(({ id, statements }) =>
        statements.map((s) => aStatement({ id: `${id}/${s.id}`, text: { en: s.text }, about: s.about })),
      ),
      aliases: entities.flatMap(({ id, aliases }) => aliases.map((text) => anAlias({ entity: id, text }))),
    }),
  );

const side = (release: Release) => ({ header: headerOf(release), bundles: bundlesOf(release) });

function patched(before: readonly EntityBundle[], lines: readonly string[]): EntityBundle[] {
  const bundles = new Map(before.map((bundle) => [bundle.entity.id, bundle]));
  for (const line of lines.slice(1)) {
    patchSchema().parse(JSON.parse(line));
    const patch = JSON.parse(line);
    const result = applyPatch(bundles.get(patch.id) ?? null, patch);
    if (result) bundles.set(patch.id, result);
    else bundles.delete(patch.id);
  }
  return [...bundles.values()].sort((a, b) => compareBundleIds(a.entity.id, b.entity.id));
}

describe('a delta', () => {
  it('makes the new release of the old one, to the byte', () => {
    fc.assert(
      fc.property(releaseArbitrary, releaseArbitrary, (before, after) => {
        const lines = deltaLines('key', side(before), side(after));
        expect(JSON.stringify(patched(bundlesOf(before), lines))).toBe(JSON.stringify(bundlesOf(after)));
      }),
    );
  });

  it('is its header alone between two releases that are the same', () => {
    fc.assert(
      fc.property(releaseArbitrary, (release) => {
        expect(deltaLines('key', side(release), side(release))).toHaveLength(1);
      }),
    );
  });

  it('comes in the order in which shelves are written', () => {
    fc.assert(
      fc.property(releaseArbitrary, releaseArbitrary, (before, after) => {
        const ids = deltaLines('key', side(before), side(after))
          .slice(1)
          .map((line) => JSON.parse(line).id);
        expect(ids).toEqual([...ids].sort(compareBundleIds));
      }),
    );
  });

  it('gives the right result or none on any other ground', () => {
    fc.assert(
      fc.property(releaseArbitrary, releaseArbitrary, releaseArbitrary, (before, after, other) => {
        const lines = deltaLines('key', side(before), side(after));
        const wanted = new Map(bundlesOf(after).map((bundle) => [bundle.entity.id, bundle]));
        try {
          const touched = new Set(lines.slice(1).map((line) => JSON.parse(line).id));
          for (const bundle of patched(bundlesOf(other), lines))
            if (touched.has(bundle.entity.id)) expect(bundle).toEqual(wanted.get(bundle.entity.id));
        } catch (error) {
          expect(error).toBeInstanceOf(PatchError);
        }
      }),
    );
  });
});

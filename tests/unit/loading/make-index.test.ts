import { describe, expect, it } from 'vitest';
import { bundlesOf } from '../../../src/core/dataset/bundle.ts';
import type { Release } from '../../../src/core/dataset/release.ts';
import { buildIndex } from '../../../src/core/linking/build-index.ts';
import { compileForms } from '../../../src/core/linking/forms.ts';
import { compileRules } from '../../../src/core/linking/rules.ts';
import { packRules } from '../../../src/core/linking/rules-bytes.ts';
import { makeIndex } from '../../../src/loading/make-index.ts';
import { compileDataset } from '../../../src/publish/compile.ts';
import { anAlias, anEntity, aRelease } from '../../helpers/builders.ts';

/** A name that asks for an entity of which it is not known yet that it is there, and for one that is not. */
const forward: Release = aRelease({
  version: '2026.11.24',
  entities: ['a', 'b', 'c', 'd', 'e'].map((id, i, all) =>
    anEntity({
      id,
      name: id,
      relations: [...all, 'nobody', 'a']
        .slice(i)
        .map((target) => ({ type: 'related-to', target, sources: [] })),
    }),
  ),
  aliases: ['a', 'b', 'c', 'd', 'e'].map((entity) =>
    anAlias({ entity, text: `Name of ${entity}`, needs: [['entity:a', 'entity:e'], ['entity:nobody']] }),
  ),
});

describe('an index made of bundles that come one by one', () => {
  it.each([
    ['the dataset', compileDataset('assets/dataset')],
    ['names that need others', forward],
    ['nothing', aRelease({ version: '2026.11.24' })],
  ])('is the same as one made of everything at once: %s', async (_, release) => {
    const bundles = bundlesOf(release);
    const { version, cues } = release;
    let pauses = 0;
    const some = bundles.map((bundle) => [bundle]);
    const made = await makeIndex([{ id: null, version, cues, bundles: some }], async () => void pauses++);
    const rules = compileRules({
      version,
      cues,
      entities: bundles.map(({ entity }) => entity),
      aliases: bundles.flatMap(({ aliases }) => aliases),
    });
    expect(Buffer.from(made.rules).equals(Buffer.from(packRules(rules)))).toBe(true);
    expect(Buffer.from(made.index).equals(Buffer.from(buildIndex(compileForms(rules))))).toBe(true);
    expect(pauses).toBeGreaterThan(bundles.length);
  });
});

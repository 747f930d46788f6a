/** The labelled texts beside this file, marked with the dataset as it is: a release below a floor does not go out. */
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileDataset } from '../../src/publish/compile.ts';
import { belowFloors, describeScore } from '../../src/publish/gold.ts';
import { loadGold } from '../../src/publish/load-gold.ts';
import { measureQuality } from '../../src/publish/quality.ts';

const release = compileDataset(resolve(import.meta.dirname, '../../assets/dataset'));
const items = loadGold(join(import.meta.dirname));

/** What the readme says the engine speaks. */
const LANGUAGES = 'ar bs cs de en es fi fr hr hu it ja nl pl pt ru sr-Cyrl sr-Latn tr uk zh'.split(' ');

describe('the gold set', () => {
  it('has texts in every language claimed, and traps enough', () => {
    expect([...new Set(items.map((item) => item.lang))].sort()).toEqual(LANGUAGES);
    expect(items.filter((item) => item.kind === 'trap').length).toBeGreaterThanOrEqual(80);
  });

  it('names entities of the dataset only', () => {
    const known = new Set(release.entities.map((entity) => entity.id));
    const unknown = items.flatMap((item) => item.mentions.filter((mention) => !known.has(mention.entity)));
    expect(unknown).toEqual([]);
  });

  it('is marked above the floors: precision, recall, recall in each language, traps', () => {
    const { score } = measureQuality(release, items);
    expect(belowFloors(score), describeScore(score)).toEqual([]);
  });
});

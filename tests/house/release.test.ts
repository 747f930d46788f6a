import { describe, expect, test } from 'vitest';
import { type Release, releaseSchema } from '../../src/core/dataset/release.ts';
import { readBuilt, readBuiltJson } from './built.ts';

describe('the release that ships', () => {
  const release: Release = releaseSchema().parse(readBuiltJson('chromium', 'release.json'));
  const sources = new Map(release.sources.map((source) => [source.id, source]));

  test('holds something', () => {
    expect(release.entities.length).toBeGreaterThan(0);
    expect(release.statements.length).toBeGreaterThan(0);
  });

  test('has a source with a passage behind every statement', () => {
    const without = release.statements.filter(
      ({ sources: refs }) =>
        refs.length === 0 ||
        refs.some(({ source, passage }) => !sources.get(source)?.passages[passage]?.start),
    );
    expect(without.map((statement) => statement.id)).toEqual([]);
  });

  test('links to http and https addresses only', () => {
    const others = release.sources
      .flatMap((source) => [source.url, source.archived ?? source.url])
      .filter((url) => !/^https?:$/.test(new URL(url).protocol));
    expect(others).toEqual([]);
  });

  test('says every statement about an entity it has', () => {
    const ids = new Set(release.entities.map((entity) => entity.id));
    const lost = release.statements.filter((statement) => !statement.about.every((id) => ids.has(id)));
    expect(lost.map((statement) => statement.id)).toEqual([]);
  });

  test('is the same in both browsers', () => {
    expect(readBuilt('firefox', 'release.json').equals(readBuilt('chromium', 'release.json'))).toBe(true);
  });
});

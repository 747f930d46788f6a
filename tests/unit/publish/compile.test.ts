import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { releaseSchema } from '../../../src/core/dataset/release.ts';
import { compileDataset } from '../../../src/publish/compile.ts';
import { releaseStats } from '../../../src/publish/stats.ts';
import { createCardReader } from '../../helpers/card-reader.ts';
import { changed, datasetFolder } from '../../helpers/dataset-folder.ts';

describe('compileDataset', () => {
  const release = compileDataset(datasetFolder());

  it('gives the same bytes twice, in a form its reader accepts', () => {
    expect(JSON.stringify(compileDataset(datasetFolder()))).toBe(JSON.stringify(release));
    expect(releaseSchema().parse(JSON.parse(JSON.stringify(release)))).toEqual(
      JSON.parse(JSON.stringify(release)),
    );
  });

  it('gives the same bytes twice for the records that ship', { timeout: 120_000 }, () => {
    const root = resolve(import.meta.dirname, '../../../assets/dataset');
    const once = JSON.stringify(compileDataset(root));
    expect(JSON.stringify(compileDataset(root)) === once).toBe(true);
  });

  it('shows a statement on every entity it is about, with speaker, sources and the day it became known', () => {
    const card = createCardReader(release)('square');
    const sold = card?.statements.find((s) => s.id === 'acme/sold-2019');
    expect(sold?.known).toBe('2019-03-20');
    expect(sold?.sources[0]?.passage).toEqual({ start: 'sold the cameras', end: 'for the square' });
    expect(card?.relations).toMatchObject([{ type: 'related-to', inverse: true, target: { id: 'acme' } }]);
    expect(createCardReader(release)('acme')?.statements[0]?.speaker).toEqual({
      name: 'Acme Vision',
      id: 'acme',
    });
  });

  it('follows redirects', () => {
    const moved = compileDataset(
      datasetFolder(changed('dataset.yaml', 'redirects: {}', 'redirects: { old-acme: acme }')),
    );
    expect(createCardReader(moved)('old-acme')?.id).toBe('acme');
    expect(createCardReader(moved)('nobody')).toBeNull();
  });

  it('makes an alias of the name, and keeps drafts out but counted', () => {
    const drafts = `drafts: true
statements:
  - id: rumour
    about: [acme]
    text: Somebody said so.
    speaker: A blog
    act: alleges
    basis: reporting
    missing: [a second publisher]
    sources: [blog]
sources:
  blog: { url: 'https://blog.example/1', publisher: A blog, lang: en, published: null, read: 2026-11-24, weak: true, passages: { p: { start: a b c, end: d e f } } }
`;
    const withDraft = compileDataset(datasetFolder({ 'drafts/acme.yaml': drafts }));
    expect(withDraft.entities.map((e) => e.withheld)).toEqual([1, 0]);
    expect(withDraft.statements).toHaveLength(release.statements.length);
    expect(release.aliases.map((a) => [a.text, a.full])).toEqual([
      ['Acme Vision', true],
      ['Acme', false],
      ['Square Watch', true],
    ]);
  });

  it('counts what it holds', () => {
    expect(releaseStats(release)).toMatchObject({
      entities: 2,
      statements: 3,
      relations: 1,
      sources: 3,
      aliases: 3,
      kinds: { project: 1, vendor: 1 },
      statementsWithoutSource: 0,
      statementsWithoutPassage: 0,
      statementsOnWeakSourcesOnly: 0,
    });
  });
});

import { describe, expect, it } from 'vitest';
import { compileDataset } from '../../../src/publish/compile.ts';
import { describeDiff, diffReleases } from '../../../src/publish/diff.ts';
import { changed, datasetFolder } from '../../helpers/dataset-folder.ts';

const ACME = 'entities/acme.yaml';
const good = compileDataset(datasetFolder());
const withChange = (over: Record<string, string>) => diffReleases(good, compileDataset(datasetFolder(over)));

describe('diffReleases', () => {
  it('finds nothing between a release and itself', () => {
    const diff = diffReleases(good, good);
    expect(diff.affected).toEqual([]);
    expect(describeDiff(diff)).not.toContain('\n');
  });

  it('shows a changed text with what it was, and every card it is on', () => {
    const diff = withChange(changed(ACME, 'sold cameras for the square', 'sold ten cameras for the square'));
    expect(diff.statements.changed).toMatchObject([{ id: 'acme/sold-2019', fields: ['text'] }]);
    expect(diff.affected).toEqual(['acme', 'square']);
    expect(describeDiff(diff)).toMatch(
      /was: Acme Vision sold cameras.*\n.*is: {2}Acme Vision sold ten cameras/,
    );
  });

  it('names every card that looks different, also one that a statement has left', () => {
    const diff = withChange(changed(ACME, 'about: [acme, square]', 'about: [acme]'));
    expect(diff.affected).toEqual(['acme', 'square']);
    expect(describeDiff(diff)).toMatch(/2 cards affected\ncards that look different: acme, square\n/);
    const place = withChange(changed(ACME, 'places: [RS]', 'places: [HR]'));
    expect(describeDiff(place)).toMatch(/; 1 card affected\ncards that look different: acme\n/);
  });

  it('tells a new standing, a new name and a changed entity apart', () => {
    const standing = withChange(changed(ACME, 'act: reports', 'act: reports\n    standing: disputed'));
    expect(standing.statements.changed[0]?.fields).toEqual(['standing']);
    const name = withChange(
      changed(ACME, '  - { text: Acme,', '  - { text: Acme Kamera, lang: de }\n  - { text: Acme,'),
    );
    expect(name.aliases).toEqual({ added: ['Acme Kamera (acme)'], removed: [] });
    const entity = withChange(changed(ACME, 'places: [RS]', 'places: [HR]'));
    expect(entity.entities.changed).toEqual([{ id: 'acme', fields: ['places'] }]);
  });

  it('tells what was removed from what was merged', () => {
    const merged = {
      ...good,
      entities: good.entities.filter(({ id }) => id !== 'square'),
      redirects: { square: 'acme' },
    };
    expect(diffReleases(good, merged).entities).toMatchObject({
      removed: [],
      merged: [{ from: 'square', to: 'acme' }],
    });
    expect(diffReleases(good, { ...merged, redirects: {} }).entities.removed).toEqual(['square']);
    expect(diffReleases(merged, good).entities.added).toEqual(['square']);
  });
});

import { describe, expect, it } from 'vitest';
import { type GoldItem, parseMarkedText } from '../../../src/publish/gold/labels.ts';
import { measureQuality } from '../../../src/publish/quality.ts';
import { qualityPage } from '../../../src/publish/quality-page.ts';
import { anAlias, anEntity, aRelease } from '../../helpers/builders.ts';

const release = aRelease({
  version: '2026.11.24',
  entities: [anEntity({ id: 'acme', name: 'Acme', kind: 'vendor' })],
  aliases: [anAlias({ entity: 'acme', text: 'Acme' })],
});
const items: GoldItem[] = [
  { id: 'a', kind: 'sentence', lang: 'sr-Latn', ...parseMarkedText('Ponuda [[acme|Acme]] je tu.') },
  { id: 'b', kind: 'sentence', lang: 'en', ...parseMarkedText('A <b>[[acme|rival]]</b> of Acme Lane.') },
  { id: 'c', kind: 'trap', lang: 'en', ...parseMarkedText('The acme of taste.') },
];

describe('the quality of a release', () => {
  const report = measureQuality(release, items);
  const page = qualityPage(report);

  it('is measured with the release’s own names', () => {
    expect(report).toMatchObject({ version: '2026.11.24', entities: 1, sentences: 2, articles: 0 });
    expect(report.score.overall).toMatchObject({ right: 1, missed: 1, wrong: 1 });
    expect(report.score.byKind.vendor?.recall).toBe(0.5);
    expect(report.below).not.toEqual([]);
  });

  it('is shown on a page with the figures, by language, kind and name', () => {
    for (const words of ['2026.11.24', '50.0 %', 'Serbian (Latin)', 'vendor', '1 of 1', 'Below the floor'])
      expect(page).toContain(words);
  });

  it('is shown on a page that loads nothing and runs nothing', () => {
    expect(page).not.toMatch(/<script|<link|<img|src=|url\(|@import|https?:/);
  });

  it('shows texts as text, not as markup', () => {
    expect(page).toContain('A &lt;b&gt;[rival]&lt;/b&gt; of Acme Lane.');
    expect(page).not.toContain('<b>');
  });

  it('is the same for the same release', () => {
    expect(qualityPage(measureQuality(release, items))).toBe(page);
  });
});

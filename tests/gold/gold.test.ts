/** The labelled texts beside this file, marked with the dataset as it is: a release below a floor does not go out. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { endingsOf } from '../../src/core/linking/endings.ts';
import { compileDataset } from '../../src/publish/compile.ts';
import { describeScore } from '../../src/publish/gold/describe.ts';
import { belowFloors } from '../../src/publish/gold/floors.ts';
import { loadGold } from '../../src/publish/load-gold.ts';
import { measureQuality } from '../../src/publish/quality.ts';

const release = compileDataset(resolve(import.meta.dirname, '../../assets/dataset'));
const items = loadGold(join(import.meta.dirname));

/** What the readme says the engine speaks. */
const LANGUAGES = 'ar bs cs de el en es fi fr he hr hu it ja nl pl pt ru sr-Cyrl sr-Latn tr uk zh'.split(' ');

describe('the gold set', () => {
  it('has texts in every language claimed, and traps enough', () => {
    expect([...new Set(items.map((item) => item.lang))].sort()).toEqual(LANGUAGES);
    expect(items.filter((item) => item.kind === 'trap').length).toBeGreaterThanOrEqual(80);
  });

  it.each(LANGUAGES)('%s has twelve names to find and four traps', (lang) => {
    const own = items.filter((item) => item.lang === lang);
    expect(own.flatMap((item) => item.mentions).length).toBeGreaterThanOrEqual(12);
    expect(own.filter((item) => item.kind === 'trap').length).toBeGreaterThanOrEqual(4);
  });

  it('names entities of the dataset only', () => {
    const known = new Set(release.entities.map((entity) => entity.id));
    const unknown = items.flatMap((item) => item.mentions.filter((mention) => !known.has(mention.entity)));
    expect(unknown).toEqual([]);
  });

  it('is marked above the floors: precision and recall, over all and in each language, and traps', () => {
    const { score } = measureQuality(release, items);
    expect(belowFloors(score), describeScore(score)).toEqual([]);
  });
});

describe('the readme', () => {
  const english = new Intl.DisplayNames('en', { type: 'language' });
  const named = (codes: readonly string[]) =>
    [...new Set(codes.map((code) => english.of(code.split('-')[0] ?? '') ?? ''))].sort();
  const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8').replace(/\s+/g, ' ');
  const listed = (sentence: RegExp) =>
    (sentence.exec(readme)?.[1] ?? '').replace(' (both scripts)', '').split(/, | and /);

  it('names the languages of the gold set', () => {
    expect(listed(/Names are found in texts in (.+?);/)).toEqual(named(LANGUAGES));
  });

  it('names those of them that have endings, and those that have proclitics', () => {
    const endings = LANGUAGES.filter((code) => (endingsOf(code)?.full ?? '') !== '');
    expect(listed(/with case endings in (.+?);/)).toEqual(named(endings));
    const proclitics = LANGUAGES.filter((code) => endingsOf(code)?.before);
    expect(listed(/written onto a name in (.+?)\./)).toEqual(named(proclitics));
  });
});

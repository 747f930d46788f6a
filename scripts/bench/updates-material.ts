/** Datasets of any size for the benchmark of updates: made up, and the same every time. */
import type { Release } from '../../src/core/dataset/release.ts';
import { plainAlias } from '../../src/publish/plain-alias.ts';
import { makeNames } from './material.ts';
import { createRandom } from './random.ts';

const WORDS =
  'the camera ministry contract court system police signed supplied tender border face network data city report'.split(
    ' ',
  );

/** A release of so many entities, each with a statement, a source with a passage, an alias, and a relation to another. */
export function makeRelease(entities: number, version: string, seed: number): Release {
  const random = createRandom(seed);
  const names = makeNames(entities);
  const sentence = (length: number) => Array.from({ length }, () => random.pick(WORDS)).join(' ');
  const id = (i: number) => `entity-${i}`;
  return {
    format: 1,
    version,
    licence: 'CC-BY-4.0',
    cues: [],
    redirects: {},
    entities: names.map((name, i) => ({
      id: id(i),
      kind: 'vendor',
      name,
      summary: { en: sentence(8) },
      places: ['RS'],
      reviewed: '2026-11-24',
      states: [],
      relations: [
        {
          type: 'related-to',
          target: id(random.below(entities)),
          sources: [{ source: `${id(i)}/s`, passage: 'p' }],
        },
      ],
      withheld: 0,
    })),
    statements: names.map((_, i) => ({
      id: `${id(i)}/one`,
      about: [id(i)],
      text: { en: sentence(14) },
      event: '2019-03',
      speaker: { name: sentence(2) },
      act: 'reports',
      basis: 'reporting',
      standing: 'current',
      answers: [],
      allegation: false,
      sources: [{ source: `${id(i)}/s`, passage: 'p' }],
      known: '2019-03-20',
    })),
    sources: names.map((_, i) => ({
      id: `${id(i)}/s`,
      url: `https://news.example/${i}/${random.below(1e9)}`,
      title: sentence(7),
      publisher: sentence(2),
      lang: 'en',
      published: '2019-03-20',
      read: '2026-11-24',
      archived: null,
      weak: false,
      passages: { p: { start: sentence(4), end: sentence(4) } },
    })),
    aliases: names.map((text, i) => plainAlias(id(i), text)),
  };
}

/** The same release a day later, with this share of its statements changed. */
export function withChangedStatements(release: Release, share: number, version: string): Release {
  const random = createRandom(7);
  const count = Math.max(1, Math.round(release.statements.length * share));
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(random.below(release.statements.length));
  return {
    ...release,
    version,
    statements: release.statements.map((statement, i) =>
      chosen.has(i)
        ? {
            ...statement,
            text: {
              ...statement.text,
              en: `${statement.text.en} It was corrected in ${random.below(9999)} places.`,
            },
          }
        : statement,
    ),
  };
}

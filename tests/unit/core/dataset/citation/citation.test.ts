import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBibtex } from '../../../../../src/core/dataset/citation/bibtex.ts';
import { citationOf } from '../../../../../src/core/dataset/citation/citation.ts';
import { toCslItems, toCslJson } from '../../../../../src/core/dataset/citation/csl.ts';
import { toMarkdown, toPlain } from '../../../../../src/core/dataset/citation/plain.ts';
import { ENGLISH_CITATION as WORDS } from '../../../../../src/core/dataset/citation/words.ts';
import { aCardStatement, aSource } from '../../../../helpers/builders.ts';
import { aCard } from '../../../ui/a-card.ts';

const statement = aCardStatement({
  id: 'square/claim',
  text: { en: 'It films 100% of the square & its streets.', sr: 'Snima ceo trg.' },
  speaker: { name: 'The city' },
  sources: [
    aSource({
      url: 'https://paper.example/a_(b)?x=1',
      title: 'Cameras on the square: *what* we know',
      publisher: 'The Paper',
      origin: 'A News Agency',
      published: '2019-03-01',
      archived: 'https://archive.example/1',
    }),
    aSource({
      url: 'https://grupa.example/izvestaj',
      title: 'Izveštaj',
      publisher: 'Grupa',
      lang: 'sr-Latn',
      published: '2019-04',
    }),
    aSource({ url: 'https://grupa.example/no-date', title: null, publisher: 'Grupa', published: null }),
  ],
});
const card = aCard({ statements: [statement] });
const citation = citationOf(card, statement, '2026-11-28');

describe('a citation', () => {
  it('as plain text', () => {
    expect(toPlain(citation, WORDS)).toMatchInlineSnapshot(
      `"The Paper (from A News Agency), “Cameras on the square: *what* we know”, 2019-03-01, https://paper.example/a_(b)?x=1, archived https://archive.example/1; Grupa, “Izveštaj”, 2019-04, https://grupa.example/izvestaj; Grupa, undated, https://grupa.example/no-date. Cited for: “It films 100% of the square & its streets.” (The city). Found through Sidelight dataset, version 2026.11.24, entry square/claim, accessed 2026-11-28."`,
    );
  });
  it('as Markdown', () => {
    expect(toMarkdown(citation, WORDS)).toMatchInlineSnapshot(
      `"The Paper (from A News Agency), [Cameras on the square: \\*what\\* we know](https://paper.example/a_%28b%29?x=1), 2019-03-01, [archived](https://archive.example/1); Grupa, [Izveštaj](https://grupa.example/izvestaj), 2019-04; Grupa, [https://grupa.example/no-date](https://grupa.example/no-date), undated. Cited for: “It films 100% of the square & its streets.” (The city). Found through Sidelight dataset, version 2026.11.24, entry square/claim, accessed 2026-11-28."`,
    );
  });
  it('as BibTeX', () => {
    expect(toBibtex(citation, WORDS)).toMatchInlineSnapshot(`
      "@online{the-paper-2019-cameras-on-the,
        title = {{Cameras on the square: *what* we know}},
        organization = {{The Paper}},
        date = {2019-03-01},
        year = {2019},
        url = {https://paper.example/a_(b)?x=1},
        urldate = {2026-11-28},
        langid = {en},
        note = {from A News Agency; archived: https://archive.example/1; Cited for: It films 100\\% of the square \\& its streets.},
      }

      @online{grupa-2019-izvestaj,
        title = {{Izveštaj}},
        organization = {{Grupa}},
        date = {2019-04},
        year = {2019},
        url = {https://grupa.example/izvestaj},
        urldate = {2026-11-28},
        langid = {sr},
        note = {Cited for: It films 100\\% of the square \\& its streets.},
      }

      @online{grupa-nd,
        title = {{https://grupa.example/no-date}},
        organization = {{Grupa}},
        url = {https://grupa.example/no-date},
        urldate = {2026-11-28},
        langid = {en},
        note = {Cited for: It films 100\\% of the square \\& its streets.},
      }

      @dataset{sidelight-2026.11.24,
        title = {{Sidelight dataset}},
        organization = {Sidelight},
        version = {2026.11.24},
        year = {2026},
        urldate = {2026-11-28},
        note = {entry square/claim (Square Watch), CC BY 4.0},
      }"
    `);
  });
  it('as CSL-JSON', () => {
    expect(toCslJson(citation, WORDS)).toMatchInlineSnapshot(`
      "[
        {
          "id": "the-paper-2019-cameras-on-the",
          "type": "webpage",
          "title": "Cameras on the square: *what* we know",
          "publisher": "The Paper",
          "container-title": "The Paper",
          "URL": "https://paper.example/a_(b)?x=1",
          "language": "en",
          "issued": {
            "date-parts": [
              [
                2019,
                3,
                1
              ]
            ]
          },
          "accessed": {
            "date-parts": [
              [
                2026,
                11,
                28
              ]
            ]
          },
          "archive_location": "https://archive.example/1",
          "note": "from A News Agency; Cited for: It films 100% of the square & its streets."
        },
        {
          "id": "grupa-2019-izvestaj",
          "type": "webpage",
          "title": "Izveštaj",
          "publisher": "Grupa",
          "container-title": "Grupa",
          "URL": "https://grupa.example/izvestaj",
          "language": "sr-Latn",
          "issued": {
            "date-parts": [
              [
                2019,
                4
              ]
            ]
          },
          "accessed": {
            "date-parts": [
              [
                2026,
                11,
                28
              ]
            ]
          },
          "note": "Cited for: It films 100% of the square & its streets."
        },
        {
          "id": "grupa-nd",
          "type": "webpage",
          "title": "https://grupa.example/no-date",
          "publisher": "Grupa",
          "container-title": "Grupa",
          "URL": "https://grupa.example/no-date",
          "language": "en",
          "accessed": {
            "date-parts": [
              [
                2026,
                11,
                28
              ]
            ]
          },
          "note": "Cited for: It films 100% of the square & its streets."
        },
        {
          "id": "sidelight-2026.11.24",
          "type": "dataset",
          "title": "Sidelight dataset",
          "publisher": "Sidelight",
          "issued": {
            "date-parts": [
              [
                2026,
                11,
                24
              ]
            ]
          },
          "accessed": {
            "date-parts": [
              [
                2026,
                11,
                28
              ]
            ]
          },
          "version": "2026.11.24",
          "note": "entry square/claim (Square Watch), CC BY 4.0"
        }
      ]"
    `);
  });

  it('of a whole card names each source once', () => {
    const more = aCardStatement({ id: 'square/more', sources: [...statement.sources, aSource()] });
    const whole = citationOf(aCard({ statements: [statement, more] }), null, '2026-11-28');
    expect(whole.sources.map(({ url }) => url)).toEqual([
      ...statement.sources.map(({ url }) => url),
      aSource().url,
    ]);
    expect([whole.text, whole.dataset.entry]).toEqual(['Camera project.', 'square']);
  });

  const text = fc.string({ unit: 'grapheme', maxLength: 60 });
  const anySource = fc.record({
    title: fc.option(text),
    publisher: text,
    published: fc.constantFrom(null, '2019', '2019-03', '2019-03-01'),
    url: fc.webUrl({ withFragments: true, withQueryParameters: true }),
    archived: fc.option(fc.webUrl()),
  });
  const anyCard = fc.record({
    sources: fc.array(anySource, { minLength: 1, maxLength: 5 }),
    said: text,
    name: text,
  });

  it('names the publishers first and the dataset with its version last, in every form, whatever the texts hold', () => {
    fc.assert(
      fc.property(anyCard, ({ sources, said, name }) => {
        const any = aCardStatement({
          id: 'square/x',
          text: { en: said },
          sources: sources.map((s) => aSource(s)),
        });
        const given = citationOf(aCard({ name, statements: [any] }), any, '2026-11-28');
        const items = toCslItems(given, WORDS);
        expect(items.slice(0, -1).map(({ URL: url }) => url)).toEqual([
          ...new Set(sources.map(({ url }) => url)),
        ]);
        expect(items.at(-1)).toMatchObject({ type: 'dataset', version: '2026.11.24' });
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
        expect(JSON.parse(toCslJson(given, WORDS))).toEqual(items);
        for (const form of [toPlain(given, WORDS), toMarkdown(given, WORDS)]) {
          expect(form.indexOf('Sidelight dataset, version')).toBeGreaterThan(
            form.indexOf(sources[0]?.published ?? 'undated'),
          );
          expect(form).not.toMatch(/\n/);
        }
        const bibtex = toBibtex(given, WORDS);
        expect(bibtex.match(/^@\w+\{/gm)).toHaveLength(items.length);
        expect(isBalanced(bibtex)).toBe(true);
      }),
    );
  });
});

/** Braces that are not escaped close what they open: else a bibliography program reads on into the next entry. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/\\.|[{}]/gs)) {
    if (sign === '{') depth++;
    if (sign === '}') depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}

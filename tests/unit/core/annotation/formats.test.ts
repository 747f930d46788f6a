/** The same notes in every format: what stays apart, what comes first, what is made harmless. */
import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../../../src/core/annotation/annotation.ts';
import { toBibtex } from '../../../../src/core/annotation/out/bibtex.ts';
import { fullCitation } from '../../../../src/core/annotation/out/citation.ts';
import { toCsl } from '../../../../src/core/annotation/out/csl-json.ts';
import { CSV_COLUMNS, csvHead, csvRow } from '../../../../src/core/annotation/out/csv.ts';
import { htmlNote } from '../../../../src/core/annotation/out/html.ts';
import { pageHead, toJsonLd } from '../../../../src/core/annotation/out/json-ld.ts';
import {
  markdownFile,
  markdownFileName,
  markdownNote,
} from '../../../../src/core/annotation/out/markdown.ts';
import { references } from '../../../../src/core/annotation/out/reference.ts';
import { toRis } from '../../../../src/core/annotation/out/ris.ts';
import { parseCsv } from '../../../../src/publish/csv-text.ts';
import { aSource } from '../../../helpers/builders.ts';
import { aFact, aNote, aPassage } from '../../../helpers/notes.ts';

const language = (tag: string) => ({ en: 'English', sr: 'Serbian' })[tag] ?? tag;
const fact = aFact('huawei/sold-2019');
const note = aNote({
  archived: { url: 'https://web.archive.org/web/2026/https://news.example/cameras', on: '2026-11-28' },
  facts: [
    {
      ...fact,
      checked: '2026-11-29',
      statement: fact.statement && {
        ...fact.statement,
        sources: [aSource({ lang: 'sr', archived: 'https://archive.example/1' })],
      },
    },
  ],
});

test('a citation names the publisher first, then the copy, and Sidelight last', () => {
  expect(fullCitation(note, language)).toBe(
    [
      '“800 cameras had been installed”',
      'Ana Writer: “Cameras for the square”, The Paper, 2019-03-20 (in English). https://news.example/cameras#:~:text=800%20cameras%20had%20been%20installed, read 2026-11-28, archived: https://web.archive.org/web/2026/https://news.example/cameras',
      'Dataset statement: A newspaper (report): Something was said. (I checked this on 2026-11-29)',
      '  News, “A story about cameras”, 2019-03-01 (in Serbian). https://news.example/story#:~:text=first%20words,last%20words, archived: https://archive.example/1, via Sidelight dataset 2026.11.24',
    ].join('\n'),
  );
});

describe('of a source that was taken over from another house', () => {
  const taken: Annotation = {
    ...note,
    facts: [
      {
        ...fact,
        statement: fact.statement && {
          ...fact.statement,
          sources: [
            aSource({ publisher: 'EDRi', origin: 'SHARE Foundation', url: 'https://edri.example/a' }),
          ],
        },
      },
    ],
  };
  const [, source] = references([taken]);
  if (!source) throw new Error('the reference is missing');

  test('the house whose address it is is named, and beside it the other, as the card cites it', () => {
    const [line] = fullCitation(taken, language).split('\n').slice(-1);
    expect(line).toMatch(/^ {2}EDRi \(from SHARE Foundation\), .* https:\/\/edri\.example\/a/);
    const html = htmlNote(taken, language, (markdown) => markdown);
    for (const written of [markdownNote(taken, language), html, csvRow(taken, language)])
      expect(written).toContain('EDRi (from SHARE Foundation)');
  });

  test('a reference manager is given the house of the address, and the other as a note', () => {
    expect(toCsl(source)).toMatchObject({
      publisher: 'EDRi',
      'container-title': 'EDRi',
      note: expect.stringContaining('from SHARE Foundation'),
    });
    expect(toRis(source)).toMatch(/PB {2}- EDRi\r\n.*N1 {2}- from SHARE Foundation\r\n/s);
    expect(toBibtex(source)).toMatch(/organization = \{EDRi\}.*from SHARE Foundation/s);
  });
});

test('Markdown keeps the voices under headings of their own', () => {
  expect(markdownNote(note, language)).toBe(`## Cameras for the square

### My words

Ask the **ministry** about this.

### Quotation

> 800 cameras had been installed

— Ana Writer: “Cameras for the square”, The Paper, 2019-03-20 (in English). https://news.example/cameras#:~:text=800%20cameras%20had%20been%20installed, read 2026-11-28, archived: https://web.archive.org/web/2026/https://news.example/cameras

### Dataset statement

*from the Sidelight dataset, in its words* · I checked this on 2026-11-29

A newspaper (report): Something was said.

- News, “A story about cameras”, 2019-03-01 (in Serbian). https://news.example/story#:~:text=first%20words,last%20words, archived: https://archive.example/1, via Sidelight dataset 2026.11.24

#belgrade
`);
});

test('a quotation cannot become a heading or a list', () => {
  const bold = aNote({ passage: aPassage('# Not a heading\n- *nor* a list') });
  expect(markdownNote(bold, language)).toContain('> \\# Not a heading\n> - \\*nor\\* a list');
});

test('a file of Markdown has front matter and a name that every disk takes', () => {
  expect(markdownFile(note, language)).toMatch(/^---\nid: "6f6c[^\n]+\ntitle: "Cameras for the square"\n/);
  const odd = aNote({ page: { ...note.page, title: 'A/B: "what?" <now>|…  \u0000 end. ' } });
  expect(markdownFileName(odd)).toBe('2026-11-28 A B what now … end 0d9b6f0d4a01.md');
});

test('a table keeps the voices in columns, and runs nothing', () => {
  const dangerous = aNote({
    ...note,
    note: '=HYPERLINK("http://evil.example")',
    passage: aPassage('a "quote",\nin two lines'),
  });
  const [head, row] = parseCsv(csvHead() + csvRow(dangerous, language));
  const cell = (column: (typeof CSV_COLUMNS)[number]) => row?.cells[head?.cells.indexOf(column) ?? -1];
  expect(head?.cells).toEqual([...CSV_COLUMNS]);
  expect(cell('my_words')).toBe('\'=HYPERLINK("http://evil.example")');
  expect(cell('quotation')).toBe('a "quote",\nin two lines');
  expect(cell('dataset_statements')).toBe('A newspaper (report): Something was said.');
  expect(cell('i_checked')).toBe('huawei/sold-2019: I checked this on 2026-11-29');
  expect(cell('archived')).toContain('web.archive.org');
});

test('a web page labels the voices, and everything in it is inert', () => {
  const html = htmlNote(
    aNote({ ...note, passage: aPassage('<script>alert(1)</script>'), tags: ['<b>'] }),
    language,
    (markdown) => `<p>${markdown}</p>`,
  );
  for (const label of ['My words', 'Quotation', 'Dataset statement']) expect(html).toContain(label);
  expect(html).not.toMatch(/<script|<b>/);
  expect(html).toContain('&#60;script&#62;');
});

describe('references', () => {
  const [page, source] = references([note, { ...note, id: 'another', note: '' }]);
  if (!page || !source) throw new Error('references are missing');

  test('one for a page with all its notes, one for each source', () => {
    expect(references([note, { ...note, id: 'another' }])).toHaveLength(2);
    expect(page.notes).toHaveLength(2);
    expect(page.notes[0]).toMatch(
      /^sidelight-id: 6f6c1c1e.*\nQuotation: “800.*\n(?:.*\n){2}My words: Ask.*\nDataset statement: /,
    );
    expect([page.publisher, source.publisher, source.via]).toEqual([
      'The Paper',
      'News',
      'via Sidelight dataset 2026.11.24',
    ]);
  });

  test('their keys stay the same', () => {
    expect(references([note])[0]?.key).toBe(page.key);
  });

  test('as CSL-JSON', () => {
    expect(toCsl(page)).toMatchObject({
      id: page.key,
      type: 'webpage',
      title: 'Cameras for the square',
      author: [{ family: 'Writer', given: 'Ana' }],
      'container-title': 'The Paper',
      issued: { 'date-parts': [[2019, 3, 20]] },
      accessed: { 'date-parts': [[2026, 11, 28]] },
      language: 'en',
      archive_location: expect.stringContaining('web.archive.org'),
    });
  });

  test('as RIS, of which no value can end a record', () => {
    const ris = toRis({ ...page, notes: ['line\nER  - \nTY  - BOOK'] });
    expect(ris.match(/^ER {2}-/gm)).toHaveLength(1);
    expect(ris).toContain('DA  - 2019/03/20');
    expect(ris).toMatch(/^TY {2}- ELEC\r\nID {2}- sl-/);
  });

  test('as BibTeX, with what is special to it escaped', () => {
    const bib = toBibtex({ ...page, title: '50 % of {A} & B_C' });
    expect(bib).toContain('title = {{50 \\% of \\{A\\} \\& B\\_C}}');
    expect(bib).toMatch(/^@online\{sl-[0-9a-f]{16},\n/);
  });
});

describe('JSON-LD keeps the rules of the W3C model', () => {
  const item = toJsonLd(note);

  test('an annotation has an IRI, one type, a target, and times in UTC', () => {
    expect(item).toMatchObject({
      id: 'urn:uuid:6f6c1c1e-9f1e-4c39-8a35-0d9b6f0d4a01',
      type: 'Annotation',
      motivation: 'commenting',
      created: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
    expect(pageHead({ notes: 1, exported: note.created, id: note.id })['@context']).toContain(
      'http://www.w3.org/ns/anno.jsonld',
    );
  });

  test('bodies have values and purposes from the list of motivations', () => {
    const purposes = ['commenting', 'tagging', 'linking', 'describing'];
    const bodies = item.body as unknown as {
      type: string;
      purpose: string;
      value?: string;
      source?: unknown;
    }[];
    for (const body of bodies) {
      expect(purposes).toContain(body.purpose);
      expect(body.type === 'TextualBody' ? typeof body.value : typeof body.source).not.toBe('undefined');
    }
    expect(bodies.map((body) => body.purpose)).toEqual(['commenting', 'tagging', 'linking', 'describing']);
  });

  test('the target says where and when: three selectors, and the state of the page', () => {
    expect(item.target).toMatchObject({
      type: 'SpecificResource',
      source: { id: 'https://news.example/cameras' },
      selector: [
        { type: 'TextQuoteSelector', exact: '800 cameras had been installed' },
        { type: 'TextPositionSelector', start: 20 },
        {
          type: 'RangeSelector',
          startSelector: { type: 'XPathSelector' },
          endSelector: { type: 'XPathSelector' },
        },
      ],
      state: {
        type: 'TimeState',
        sourceDate: '2026-11-28T00:00:00Z',
        cached: expect.stringContaining('archive'),
      },
    });
  });

  test('a note on a page has no selector', () => {
    expect(toJsonLd(aNote({ passage: null })).target).not.toHaveProperty('selector');
  });
});

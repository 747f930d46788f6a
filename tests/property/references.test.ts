/** Notes that go to a citation manager and come back: as many as there were, with their words and quotations. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/core/annotation/annotation.ts';
import { readCarried, splitCarried, writeCarried } from '../../src/core/annotation/carried-note.ts';
import { exportNotes } from '../../src/library/files/export-file.ts';
import { readFile } from '../../src/library/files/read-file.ts';
import type { ExportFormat } from '../../src/messages/to-library.ts';
import { aNote, notes } from '../helpers/notes.ts';

const NOW = '2026-11-28T12:00:00.000Z';
const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 200) };
const host = {
  now: () => NOW,
  newId: () => 'x',
  languageName: (tag: string) => tag,
  progress: () => undefined,
};

/** Words that could be taken for the frame around them. */
const tricky = fc
  .array(
    fc.constantFrom(
      'sidelight-id: 6f6c1c1e-9f1e-4c39-8a35-0d9b6f0d4a09',
      ' sidelight-id: other',
      'My words: not mine',
      'Quotation: “no”',
      'Written: 2020-01-01T00:00:00.000Z',
      'Tag: x',
      'Dataset statement: via Sidelight dataset 1',
      'ER  - ',
      '  TY  - BOOK',
      '',
      '<p>HTML</p>',
      'line\u2028separator',
      'hello\u2028sidelight-id: urn:uuid:forged\u2028My words: evil',
      'hello\u2029sidelight-id: urn:uuid:forged\u2029My words: evil',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .chain((lines) => fc.constantFrom('\n', '\r\n', '\r').map((by) => lines.join(by)));

const library = fc
  .uniqueArray(fc.tuple(notes, fc.option(tricky), fc.option(tricky), fc.constantFrom('/a', '/b', null)), {
    minLength: 1,
    maxLength: 6,
    selector: ([note]) => note.id,
  })
  .map((list) =>
    list.map(([note, words, quotation, path]) => ({
      ...note,
      note: words ?? note.note,
      passage: quotation && note.passage ? { ...note.passage, text: `x${quotation}` } : note.passage,
      page: path ? { ...note.page, url: `https://news.example${path}` } : note.page,
    })),
  );

async function backFrom(format: ExportFormat, list: readonly Annotation[]) {
  const source = {
    total: list.length,
    each: async (visit: (part: readonly Annotation[]) => void) => visit(list),
  };
  return readFile((await exportNotes(format, source, host)).file, NOW);
}

/** What references carry: line breaks are of one kind, and spaces at the ends of a value may go. */
function carried(note: Annotation) {
  const plain = (text: string) => text.replace(/\r\n?/g, '\n').trim();
  return {
    id: note.id,
    created: note.created,
    modified: note.modified,
    quotation: note.passage && plain(note.passage.text),
    prefix: plain(note.passage?.selectors.quote.prefix ?? ''),
    suffix: plain(note.passage?.selectors.quote.suffix ?? ''),
    note: plain(note.note),
    tags: note.tags.map(plain).filter((tag) => tag !== ''),
  };
}
const byId = (list: readonly Annotation[]) => list.map(carried).sort((a, b) => (a.id < b.id ? -1 : 1));

describe('references (laws)', () => {
  it.each(['ris', 'csl-json'] as const)('%s and back: the same notes', async (format) => {
    await fc.assert(
      fc.asyncProperty(library, async (list) => {
        const read = await backFrom(format, list);
        expect(read.notes).toEqual([]);
        expect(byId(read.returned)).toEqual(byId(list));
        expect(read.problems).toEqual([]);
      }),
      runs,
    );
  });

  it('what one note says never becomes another', () => {
    fc.assert(
      fc.property(tricky, tricky, (words, quotation) => {
        const note = aNote({ note: words });
        const passage = note.passage && { ...note.passage, text: `x${quotation}` };
        const { rest, carried: texts } = splitCarried(`before\n${writeCarried({ ...note, passage })}`);
        expect([rest, texts.length]).toEqual(['before', 1]);
        expect(readCarried(texts[0] ?? '').note.trim()).toBe(words.replace(/\r\n?/g, '\n').trim());
      }),
      runs,
    );
  });
});

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeNotes } from '../../../scripts/bench/library/notes.ts';
import { sha256 } from '../../../src/browser/digest.ts';
import type { Annotation } from '../../../src/core/annotation/annotation.ts';
import { EVERYTHING, EXPORT_FORMATS, type ImportPreview } from '../../../src/messages/to-library.ts';
import { libraryDatabase } from '../../../src/storage/library/database.ts';
import { anEngine, type TestEngine } from '../../helpers/engine.ts';
import { aFact, aNote, aPassage } from '../../helpers/notes.ts';

let library: TestEngine;
const ask = { query: EVERYTHING, from: 0, count: 100 };

beforeEach(async () => {
  library = anEngine();
  await library.engine.open(null, null);
  await library.settled();
});

async function put(notes: readonly Annotation[], into = library): Promise<void> {
  const lines = notes.map((note) => JSON.stringify(note));
  const { exportFile: _, ...engine } = into.engine;
  await engine.previewImport({ file: new Blob([await fileOf(notes)]), name: 'x' }, null);
  await engine.commitImport({ keepBoth: true }, null);
  expect(lines.length).toBe(notes.length);
}

/** A file of notes, made by another library. */
async function fileOf(notes: readonly Annotation[]): Promise<string> {
  const { pageHead, toJsonLd } = await import('../../../src/core/annotation/out/json-ld.ts');
  const head = JSON.stringify(
    pageHead({ notes: notes.length, exported: '2026-11-28T12:00:00.000Z', id: 'x' }),
  );
  return `${head.slice(0, -1)},"items":[\n${notes.map((note) => JSON.stringify(toJsonLd(note))).join(',\n')}\n]}\n`;
}

async function all(from = library): Promise<Annotation[]> {
  const ids = await from.engine.findIds({ query: EVERYTHING }, null);
  const notes = await from.engine.notes({ ids: [...ids].sort() }, null);
  return [...notes];
}

async function emptied(): Promise<TestEngine> {
  await library.engine.eraseAll(null, null);
  library = anEngine();
  await library.engine.open(null, null);
  await library.settled();
  return library;
}

describe('before the library is open', () => {
  test('a file is read, one is made and all is checked as if it had been', async () => {
    await put([aNote()]);
    const { engine } = anEngine({}, library.name);
    const file = new Blob([await fileOf([aNote(), aNote({ id: 'b' })])]);
    const [preview, made, checked, health] = await Promise.all([
      engine.previewImport({ file, name: 'x' }, null),
      engine.exportFile({ format: 'json-ld', ids: null }, null),
      engine.checkIntegrity(null, null),
      engine.health(null, null),
      engine.open(null, null),
    ]);
    expect(preview).toMatchObject({ fresh: 1, same: 1 });
    expect(made.notes).toBe(1);
    expect(checked.notes).toBe(1);
    expect(health.used).toBe(1000);
  });
});

describe('notes that were changed at one moment', () => {
  test.each([false, true])(
    'are listed in one order, before the index is read and after (oldest first: %s)',
    async (oldestFirst) => {
      const ids = ['c', 'a', 'e', 'b', 'd'];
      await put(ids.map((id) => aNote({ id, passage: null })));
      const query = { ...EVERYTHING, sort: 'modified', oldestFirst } as const;
      const reopened = anEngine({}, library.name);
      await reopened.engine.open(null, null);
      const before = await reopened.engine.search({ ...ask, query }, null);
      await reopened.settled();
      const after = await reopened.engine.search({ ...ask, query }, null);
      expect([before.complete, after.complete]).toEqual([false, true]);
      const order = [...ids].sort();
      expect(after.notes.map(({ id }) => id)).toEqual(oldestFirst ? order : order.reverse());
      expect(before.notes.map(({ id }) => id)).toEqual(after.notes.map(({ id }) => id));
    },
  );
});

describe('a note that cannot be read', () => {
  test('is reported, and nothing else is lost', async () => {
    await put([
      aNote({ id: 'a', note: 'first', passage: null }),
      aNote({ id: 'b', note: 'broken' }),
      aNote({ id: 'c', note: 'last', passage: null }),
    ]);
    const database = libraryDatabase(library.name);
    await database.open();
    await database.notes.put({
      id: 'b',
      page: 17,
      passage: null,
      created: { x: 1 },
      note: 'broken',
    } as never);
    database.close();
    const again = anEngine({}, library.name);
    await again.engine.open(null, null);
    await again.settled();
    const found = await again.engine.search(ask, null);
    expect(found).toMatchObject({ total: 2, complete: true });
    expect(found.notes.map(({ id }) => id).sort()).toEqual(['a', 'c']);
    expect(await again.engine.checkIntegrity(null, null)).toMatchObject({
      notes: 3,
      problems: [{ id: 'b', kind: 'unreadable' }],
    });
    for (const format of EXPORT_FORMATS)
      expect([format, (await again.engine.exportFile({ format, ids: null }, null)).notes]).toEqual([
        format,
        2,
      ]);
  });
});

describe('out and in', () => {
  test('export, erase, import: the same 1,000 notes', async () => {
    const notes = makeNotes(1_000, 3).map((note, i) =>
      i % 50 === 0 ? { ...note, facts: [aFact()], passage: null } : note,
    );
    await put(notes);
    const before = await all();
    const { file, notes: count } = await library.engine.exportFile({ format: 'json-ld', ids: null }, null);
    expect(count).toBe(1_000);
    await library.engine.eraseAll(null, null);
    const empty = anEngine();
    await empty.engine.open(null, null);
    await empty.settled();
    const preview = await empty.engine.previewImport({ file, name: 'x' }, null);
    expect(preview).toMatchObject({ fresh: 1_000, same: 0, differing: 0, problems: [], warnings: [] });
    await empty.engine.commitImport({ keepBoth: true }, null);
    expect(await all(empty)).toEqual(before);
  }, 60_000);

  test.each(EXPORT_FORMATS)('every format can be made: %s', async (format) => {
    await put([aNote(), aNote({ id: 'b', facts: [aFact()] })]);
    const { file, name, notes } = await library.engine.exportFile({ format, ids: null }, null);
    expect([file.size > 100, notes, name.startsWith('sidelight-notes-2026-11-28.')]).toEqual([true, 2, true]);
    const some = await library.engine.exportFile({ format, ids: ['b'] }, null);
    expect(some.notes).toBe(1);
  });

  test('what came from Zotero and goes back does not double', async () => {
    await put([aNote(), aNote({ id: 'b', note: 'Two.' })]);
    for (const format of ['csl-json', 'ris'] as const) {
      const { file } = await library.engine.exportFile({ format, ids: null }, null);
      const preview = await library.engine.previewImport({ file, name: 'x' }, null);
      expect(preview).toMatchObject({ fresh: 0, same: 2, differing: 0 });
    }
  });

  test.each(['csl-json', 'ris'] as const)(
    'the sources that an export lists beside the notes are no problem of it: %s',
    async (format) => {
      await put([aNote({ facts: [aFact()] })]);
      const { file } = await library.engine.exportFile({ format, ids: null }, null);
      expect(await library.engine.previewImport({ file, name: 'x' }, null)).toMatchObject({
        fresh: 0,
        same: 1,
        sources: 1,
        problems: [],
      });
    },
  );

  test.each(['csl-json', 'ris'] as const)('two notes on one page come back as two: %s', async (format) => {
    const two = [aNote(), aNote({ id: 'b', note: 'Two.', passage: aPassage('another place'), tags: ['x'] })];
    await put(two);
    const { file } = await library.engine.exportFile({ format, ids: null }, null);
    const { engine } = await emptied();
    expect(await engine.previewImport({ file, name: 'x' }, null)).toMatchObject({ fresh: 2, problems: [] });
    expect(await engine.commitImport({ keepBoth: true }, null)).toBe(2);
    const said = ({ id, note, passage, tags, created }: Annotation) => [
      id,
      note,
      passage?.text,
      tags,
      created,
    ];
    expect((await all()).map(said)).toEqual(two.map(said));
    expect(await engine.previewImport({ file, name: 'x' }, null)).toMatchObject({ fresh: 0, same: 2 });
  });

  test('of what a reference carries back, only what is missing here is taken', async () => {
    await put([aNote(), aNote({ id: 'b', note: 'Two.' })]);
    const { file } = await library.engine.exportFile({ format: 'ris', ids: null }, null);
    await emptied();
    await put([aNote()]);
    await library.engine.previewImport({ file, name: 'x' }, null);
    expect(await library.engine.commitImport({ keepBoth: true }, null)).toBe(1);
    expect((await all()).map(({ id, colour, entities }) => [id, colour, entities.length])).toEqual([
      [aNote().id, 'yellow', 1],
      ['b', 'yellow', 0],
    ]);
  });

  test('the same file a second time brings nothing', async () => {
    const file = new Blob([readFileSync('tests/fixtures/notes/hypothesis.json')]);
    expect(await library.engine.previewImport({ file, name: 'x' }, null)).toMatchObject({
      fresh: 3,
      same: 0,
    });
    expect(await library.engine.commitImport({ keepBoth: true }, null)).toBe(3);
    expect(await library.engine.previewImport({ file, name: 'x' }, null)).toMatchObject({
      fresh: 0,
      same: 3,
    });
  });

  test('other content under a known id: mine is untouched, theirs is kept beside it if wanted', async () => {
    await put([aNote()]);
    const theirs = new Blob([await fileOf([aNote({ note: 'Theirs.' })])]);
    expect(await library.engine.previewImport({ file: theirs, name: 'x' }, null)).toMatchObject({
      differing: 1,
    });
    await library.engine.commitImport({ keepBoth: false }, null);
    expect(await all()).toEqual([aNote()]);
    await library.engine.previewImport({ file: theirs, name: 'x' }, null);
    await library.engine.commitImport({ keepBoth: true }, null);
    expect((await all()).map((note) => [note.note, note.twin])).toEqual([
      ['Ask the **ministry** about this.', null],
      ['Theirs.', aNote().id],
    ]);
    await library.engine.undo(null, null);
    expect(await all()).toEqual([aNote()]);
  });
});

describe('bad files', () => {
  const long = 'x'.repeat(1_000_001);
  const good = () => fileOf([aNote(), aNote({ id: 'b' })]);
  const FILES: [
    about: string,
    make: () => Promise<BlobPart>,
    expected: Partial<ImportPreview>,
    reason: RegExp | null,
  ][] = [
    ['nothing in it', async () => '', { fresh: 0 }, /empty-file/],
    [
      'a picture',
      async () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]),
      { fresh: 0 },
      /other-format/,
    ],
    ['text', async () => 'Hello, these are my notes.', { fresh: 0 }, /other-format/],
    ['BibTeX', async () => '@online{sl-1,\n  title = {{A}}\n}\n', { fresh: 0 }, /^other-format$/],
    ['a web page', async () => '<!doctype html><style>a{b:c}</style>', { fresh: 0 }, /^other-format$/],
    ['JSON with no notes', async () => '[]', { fresh: 0 }, /no-notes/],
    [
      'cut off in the second note',
      async () => (await good()).slice(0, -900),
      { fresh: 1, warnings: [{ kind: 'cut-off' }, { kind: 'count', stated: 2, found: 1 }] },
      /cut-off/,
    ],
    [
      'from a newer version',
      async () => (await good()).replace('"format":1', '"format":9'),
      { fresh: 2, warnings: [{ kind: 'newer-format' }] },
      null,
    ],
    [
      'in UTF-16',
      async () => Buffer.from(`\ufeff${await good()}`, 'utf16le'),
      { fresh: 2, warnings: [{ kind: 'encoding', encoding: 'utf-16le' }] },
      null,
    ],
    [
      'in Latin-1',
      async () => Buffer.from(await fileOf([aNote({ note: 'Übung' })]), 'latin1'),
      { fresh: 1, warnings: [{ kind: 'encoding', encoding: 'windows-1252' }] },
      null,
    ],
    ['packed', async () => gzipSync(await good()), { fresh: 2 }, null],
    [
      'packed and cut off',
      async () => gzipSync(await good()).subarray(0, 400),
      { warnings: expect.arrayContaining([{ kind: 'cut-off' }]) as never },
      /read-error/,
    ],
    [
      'a note without a target',
      async () => JSON.stringify([{ type: 'Annotation', id: 'urn:x', body: 'x' }]),
      { fresh: 0 },
      /no-address/,
    ],
    [
      'a target that is itself',
      async () => JSON.stringify([{ type: 'Annotation', id: 'urn:x', body: 'x', target: 'urn:x' }]),
      { fresh: 0 },
      /no-address/,
    ],
    [
      'a script for an address',
      async () => JSON.stringify([{ type: 'Annotation', id: 'urn:x', target: 'javascript:alert(1)' }]),
      { fresh: 0 },
      /no-address/,
    ],
    [
      'two that are about each other',
      async () =>
        JSON.stringify([
          { type: 'Annotation', id: 'urn:x', target: 'urn:y' },
          { type: 'Annotation', id: 'urn:y', target: { source: { id: 'urn:x' } } },
        ]),
      { fresh: 0 },
      /no-address/,
    ],
    [
      'two that are versions of each other',
      async () => fileOf([aNote({ id: 'a', twin: 'b' }), aNote({ id: 'b', twin: 'a' })]),
      { fresh: 2 },
      null,
    ],
    [
      'a version of itself, and of none',
      async () => fileOf([aNote({ id: 'a', twin: 'a' }), aNote({ id: 'b', twin: 'nobody' })]),
      { fresh: 2 },
      null,
    ],
    [
      'a body without bottom',
      async () =>
        `[{"type":"Annotation","target":"https://news.example/a","body":${'['.repeat(50_000)}${']'.repeat(50_000)}}]`,
      { fresh: 0 },
      /too-deep/,
    ],
    [
      'a record without bottom',
      async () =>
        (await good()).replace('"rev":1', `"rev":1,"x":${'{"x":'.repeat(5_000)}1${'}'.repeat(5_000)}`),
      { fresh: 1 },
      /too-deep/,
    ],
    [
      'UTF-16, the other way round',
      async () => Buffer.from(`\ufeff${await good()}`, 'utf16le').swap16(),
      { fresh: 2, warnings: [{ kind: 'encoding', encoding: 'utf-16be' }] },
      null,
    ],
    [
      'RIS in Latin-1',
      async () =>
        Buffer.from('TY  - ELEC\r\nTI  - Überwachung\r\nUR  - https://a.example/1\r\nER  - \r\n', 'latin1'),
      { fresh: 1, warnings: [{ kind: 'encoding', encoding: 'windows-1252' }] },
      null,
    ],
    [
      'statements that are none',
      async () =>
        (await fileOf([aNote()])).replace(
          '"facts":[]',
          '"facts":[null,7,{},{"id":"a/b"},{"id":"a/b","version":"x","statement":{"text":"x"}}]',
        ),
      { fresh: 1 },
      null,
    ],
    ['the same id twice', async () => fileOf([aNote(), aNote({ note: 'again' })]), { fresh: 1 }, /id-twice/],
    ['the same id twice', async () => fileOf([aNote(), aNote({ note: 'again' })]), { fresh: 1 }, /id-twice/],
    [
      'a note as long as a library',
      async () => fileOf([aNote({ note: long })]),
      { fresh: 0 },
      /note-too-long/,
    ],
    [
      'one note by itself',
      async () =>
        JSON.stringify({
          '@context': 'http://www.w3.org/ns/anno.jsonld',
          id: 'https://a.example/1',
          type: 'Annotation',
          bodyValue: 'Mine',
          target: 'https://news.example/a',
        }),
      { fresh: 1 },
      null,
    ],
    [
      'lines of notes',
      async () =>
        [1, 2, 3]
          .map((n) =>
            JSON.stringify({
              type: 'Annotation',
              id: `urn:${n}`,
              body: 'x',
              target: 'https://news.example/a',
            }),
          )
          .join('\n'),
      { fresh: 3 },
      null,
    ],
    ['brackets without end', async () => '['.repeat(200_000), { fresh: 0 }, /no-notes/],
    [
      'RIS that breaks off',
      async () => 'TY  - ELEC\r\nTI  - One\r\nUR  - https://a.example/1\r\nER  - \r\nTY  - ELEC\r\nTI  - Two',
      { fresh: 1, warnings: [{ kind: 'cut-off' }] },
      /no-address/,
    ],
  ];
  test.each(FILES)('%s', async (_, make, expected, reason) => {
    await put([aNote({ id: 'mine' })]);
    const before = await all();
    const preview = await library.engine.previewImport({ file: new Blob([await make()]), name: 'x' }, null);
    expect(preview).toMatchObject(expected);
    if (reason) expect(preview.problems.map(({ problem }) => problem.code).join('\n')).toMatch(reason);
    else expect(preview.problems).toEqual([]);
    // Nothing is written before it is agreed to, and all of it can be taken back.
    expect(await all()).toEqual(before);
    expect(await library.engine.commitImport({ keepBoth: true }, null)).toBe(preview.fresh);
    expect(await all()).toHaveLength(1 + preview.fresh);
    if (preview.fresh > 0)
      expect(await library.engine.undo(null, null)).toMatchObject({ restored: preview.fresh, skipped: 0 });
    expect(await all()).toEqual(before);
  });

  test('what is good in a file is kept in full, whatever stands between', async () => {
    const [first, second] = [aNote({ facts: [aFact()] }), aNote({ id: 'b' })];
    const lines = (await fileOf([first, second])).split('\n');
    lines.splice(
      2,
      0,
      '{"type":"Annotation","target":{{]},',
      '{"type":"Annotation","id":3},',
      'null, 7, "x",',
    );
    await library.engine.previewImport({ file: new Blob([lines.join('\n')]), name: 'x' }, null);
    await library.engine.commitImport({ keepBoth: true }, null);
    expect(await all()).toEqual([first, second].sort((a, b) => (a.id < b.id ? -1 : 1)));
  });

  test('scripts in a note are text wherever it is shown or exported', async () => {
    await put([aNote({ note: '<img src=x onerror=alert(1)> [x](javascript:alert(1))', tags: ['<b>'] })]);
    const { file } = await library.engine.exportFile({ format: 'html', ids: null }, null);
    const html = await file.text();
    expect(html).not.toMatch(/<img|href="javascript|<b>/);
  });
});

describe('search', () => {
  beforeEach(() =>
    put([
      aNote({ id: 'a', note: 'The ministry refused.', tags: ['law'] }),
      aNote({
        id: 'b',
        note: '',
        passage: aPassage('Камере у граду'),
        tags: ['law', 'city'],
        colour: 'blue',
        created: '2020-02-02T00:00:00.000Z',
      }),
      aNote({
        id: 'c',
        note: '监控摄像头',
        passage: null,
        entities: [],
        colour: 'pink',
        page: { ...aNote().page, url: 'https://other.example/x', title: 'Другачије' },
      }),
    ]),
  );
  const QUERIES: [about: string, query: Partial<typeof EVERYTHING>, ids: string[]][] = [
    ['a word', { text: 'ministry' }, ['a']],
    ['its beginning', { text: 'minis' }, ['a']],
    ['a slip of the key', { text: 'minustry' }, ['a']],
    ['Cyrillic by Latin letters', { text: 'kamere' }, ['b']],
    ['Chinese', { text: '摄像' }, ['c']],
    ['two words, both needed', { text: 'ministry kamere' }, []],
    ['a date', { text: '2020-02' }, ['b']],
    ['a tag', { tags: ['law'] }, ['a', 'b']],
    ['two tags', { tags: ['law', 'city'] }, ['b']],
    ['an entity', { entity: 'huawei' }, ['a', 'b']],
    ['a colour', { colour: 'pink' }, ['c']],
    ['a page', { page: 'other.example/x' }, ['c']],
    ['days', { from: '2020-01-01', to: '2020-02-02' }, ['b']],
    ['with a note', { only: 'hasNote' }, ['a', 'c']],
  ];
  test.each(QUERIES)('by %s', async (_, query, ids) => {
    expect([...(await library.engine.findIds({ query: { ...EVERYTHING, ...query } }, null))].sort()).toEqual(
      ids,
    );
    const page = await library.engine.search({ ...ask, query: { ...EVERYTHING, ...query } }, null);
    expect(page.notes.map((note) => note.id).sort()).toEqual(ids);
    expect(page.total).toBe(ids.length);
  });

  test('follows every change, and what was stored is found by the next engine', async () => {
    await library.engine.change({ id: 'a', base: 1, change: { note: 'The court agreed.' } }, null);
    await library.engine.bulk({ ids: ['b'], deed: { kind: 'delete' } }, null);
    const ids = (text: string, engine = library.engine) =>
      engine.findIds({ query: { ...EVERYTHING, text } }, null);
    expect([await ids('court'), await ids('ministry'), await ids('kamere')]).toEqual([['a'], [], []]);
    const next = anEngine({}, library.name);
    await next.engine.open(null, null);
    await next.settled();
    expect([await ids('court', next.engine), await ids('kamere', next.engine)]).toEqual([['a'], []]);
  });
});

test('the drill restores a backup for a try, compares it, and leaves nothing behind', async () => {
  await put([aNote(), aNote({ id: 'b' }), aNote({ id: 'c' })]);
  const { file } = await library.engine.exportFile({ format: 'json-ld', ids: null }, null);
  await library.engine.change({ id: 'b', base: 1, change: { note: 'Changed since.' } }, null);
  await library.engine.bulk({ ids: ['c'], deed: { kind: 'delete' } }, null);
  await put([aNote({ id: 'd' })]);
  expect(await library.engine.drill({ file }, null)).toMatchObject({
    inFile: 3,
    stated: 3,
    restored: 3,
    same: 1,
    older: 1,
    missing: 1,
  });
  expect((await all()).map((note) => note.id)).not.toContain('c');
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('sidelight-library-drill');
});

test('a statement that was removed goes from notes, from undo and from what was deleted', async () => {
  const cited = aNote({ facts: [aFact('huawei/sold-2019')] });
  await put([cited, { ...cited, id: 'deleted' }]);
  await library.engine.bulk({ ids: ['deleted'], deed: { kind: 'delete' } }, null);
  const withdrawals = async () =>
    [{ id: 'huawei/sold-2019', on: '2026-12-01', kind: 'removed', reason: 'court order' }] as const;
  const next = anEngine({ withdrawals }, library.name);
  await next.engine.open(null, null);
  await next.settled();
  const [note] = await all(next);
  expect(note?.facts).toMatchObject([
    { id: 'huawei/sold-2019', statement: null, removed: { on: '2026-12-01', reason: 'court order' } },
  ]);
  await next.engine.undo(null, null);
  const { file } = await next.engine.exportFile({ format: 'json-ld', ids: null }, null);
  expect(await file.text()).not.toContain('Something was said');
});

test('an integrity check finds an altered passage and lost keys, and mends what it can', async () => {
  const text = '800 cameras had been installed';
  const hash = await sha256(text);
  await put([
    aNote({ passage: aPassage(text, { hash }) }),
    aNote({ id: 'b', passage: aPassage(text, { hash: hash.replace(/^./, (c) => (c === 'a' ? 'b' : 'a')) }) }),
  ]);
  expect((await library.engine.checkIntegrity(null, null)).problems).toMatchObject([
    { id: 'b', kind: 'altered' },
  ]);
});

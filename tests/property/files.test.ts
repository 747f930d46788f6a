/** Files that readers bring: settings and notes, sound ones that were damaged or made with intent. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageHead, toJsonLd } from '../../src/core/annotation/out/json-ld.ts';
import { readAnnotation } from '../../src/core/annotation/read-annotation.ts';
import { DEFAULT_SETTINGS, parseSettings } from '../../src/core/settings/settings.ts';
import { readSettingsFile, writeSettingsFile } from '../../src/core/settings/settings-file.ts';
import { readFile } from '../../src/library/files/read-file.ts';
import { mutantsOf } from '../helpers/mutants.ts';
import { aNote, notes } from '../helpers/notes.ts';

const NOW = '2026-11-28T12:00:00.000Z';
const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 200) };

describe('a file of settings (laws)', () => {
  const sound = {
    ...JSON.parse(writeSettingsFile(DEFAULT_SETTINGS)),
    sites: { 'a.example': 'off', 'b.example': 'always' },
    suppressed: [{ alias: 'Ring', entity: 'ring', host: 'a.example', on: '2026-11-28' }],
  };

  it('gives settings that can be stored and read again, or is refused', () => {
    fc.assert(
      fc.property(mutantsOf(sound), (value) => {
        const read = readSettingsFile(JSON.stringify(value));
        if (read === null) return;
        expect(Object.keys(read.settings).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
        const stored = JSON.parse(JSON.stringify(read.settings));
        expect(parseSettings(stored)).toEqual({ settings: read.settings, dropped: [] });
        expect(Object.getPrototypeOf(read.settings.sites)).toBe(Object.prototype);
      }),
      runs,
    );
  });

  it('cut short or with other letters in it, is read or refused, and never throws', () => {
    const text = writeSettingsFile(DEFAULT_SETTINGS);
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(5), fc.string({ maxLength: 5 }), (at, gone, other) => {
        const read = readSettingsFile(text.slice(0, at) + other + text.slice(at + gone));
        if (read) expect(parseSettings(read.settings).dropped).toEqual([]);
      }),
      runs,
    );
  });
});

describe('a file of notes (laws)', () => {
  const fileOf = (items: readonly unknown[]) =>
    `${JSON.stringify(pageHead({ notes: items.length, exported: NOW, id: 'x' })).slice(0, -1)},"items":[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]}`;
  const hypothesis = {
    id: 'abc',
    created: '2020-01-01T00:00:00Z',
    updated: '2020-01-01T00:00:00Z',
    user: 'acct:a@b.example',
    uri: 'https://a.example/page',
    text: 'Some words',
    tags: ['x'],
    target: [
      {
        source: 'https://a.example/page',
        selector: [{ type: 'TextQuoteSelector', exact: 'words', prefix: 'a', suffix: 'b' }],
      },
    ],
    document: { title: ['A page'] },
  };
  const citation = {
    id: 'x',
    type: 'webpage',
    URL: 'https://a.example/',
    title: 'A page',
    issued: { 'date-parts': [[2020, 1, 2]] },
    author: [{ family: 'Writer', given: 'Ana' }],
    note: 'Words',
  };

  const look = async (bytes: BlobPart) => {
    const read = await readFile(new Blob([bytes]), NOW);
    for (const note of [...read.notes, ...read.returned]) {
      // What was taken is a note by our own reader, whole, with addresses that a link may have.
      expect(readAnnotation(JSON.parse(JSON.stringify(note)))).toEqual({ note });
      for (const address of [note.page.url, note.page.canonical, note.archived?.url])
        expect(address ?? 'https://').toMatch(/^https?:\/\//i);
    }
    return read;
  };

  it('with items that are nearly right, gives sound notes and says why the others are none', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(...[toJsonLd(aNote()), hypothesis, citation].map(mutantsOf)), {
          minLength: 1,
          maxLength: 4,
        }),
        async (items) => {
          const read = await look(fileOf(items));
          expect(read.notes.length + read.returned.length + read.problems.length).toBeGreaterThan(0);
        },
      ),
      runs,
    );
  });

  it('that was sound, loses nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(notes, { selector: ({ id }) => id, maxLength: 5 }), async (list) => {
        const read = await look(fileOf(list.map(toJsonLd)));
        expect(read.notes).toEqual(list);
      }),
      runs,
    );
  });

  it('of any bytes, also behind the beginning of a known form, is read or refused, and never throws', async () => {
    const beginnings = [
      '',
      '\x1f\x8b\x08',
      'TY  - JOUR\n',
      '\ufeff{"items":[',
      '[{"type":"Annotation",',
      'UR  - ',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...beginnings),
        fc.uint8Array({ maxLength: 400 }),
        async (start, rest) => {
          // Letter for letter a byte, as latin-1 has it.
          const head = Uint8Array.from(start, (letter) => letter.charCodeAt(0) & 0xff);
          await look(new Uint8Array([...head, ...rest]));
        },
      ),
      runs,
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, contentHash } from '../../src/core/annotation/content-hash.ts';
import { createItemSplitter } from '../../src/core/annotation/in/json-items.ts';
import { readItem } from '../../src/core/annotation/in/read-item.ts';
import { pageHead, toJsonLd } from '../../src/core/annotation/out/json-ld.ts';
import { readAnnotation } from '../../src/core/annotation/read-annotation.ts';
import { notes } from '../helpers/notes.ts';

const NOW = '2026-11-28T12:00:00.000Z';
const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) };

describe('notes (laws)', () => {
  it('a note that is read from its own JSON is the same note', () => {
    fc.assert(
      fc.property(notes, (note) => {
        expect(readAnnotation(JSON.parse(JSON.stringify(note)))).toEqual({ note });
      }),
      runs,
    );
  });

  it('to JSON-LD and back loses nothing', () => {
    fc.assert(
      fc.property(notes, (note) => {
        expect(readItem(JSON.stringify(toJsonLd(note)), NOW)).toEqual([{ note }]);
      }),
      runs,
    );
  });

  it('any JSON is read as a note or refused with a reason, and never throws', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.constantFrom(
          '{"type":"Annotation","target":',
          '{"uri":"http://a.b","target":',
          '{"type":"book","id":',
          '{"type":"webpage","id":"x","URL":"https://a.example/","issued":',
          '{"type":"webpage","id":"x","URL":"https://a.example/","author":',
          '{"type":"Annotation","target":"https://a.example/","record":',
          '{"type":"Annotation","target":"https://a.example/","body":',
        ),
        (json, start) => {
          for (const source of [json, `${start}${json}}`, `${start}${json}`]) {
            for (const read of readItem(source, NOW))
              expect('problem' in read ? read.problem.code : read).not.toBe('');
          }
        },
      ),
      runs,
    );
  });
});

describe('files of notes (laws)', () => {
  const fileOf = (list: readonly object[]) =>
    `${JSON.stringify(pageHead({ notes: list.length, exported: NOW, id: 'x' })).slice(0, -1)},"items":[\n${list.map((item) => JSON.stringify(item)).join(',\n')}\n]}`;
  const chunksOf = (text: string, sizes: readonly number[]) => {
    const chunks: string[] = [];
    for (let at = 0, i = 0; at < text.length; i++) {
      const size = sizes[i % sizes.length] ?? 1;
      chunks.push(text.slice(at, at + size));
      at += size;
    }
    return chunks;
  };
  const split = (chunks: readonly string[]) => {
    const items: string[] = [];
    const splitter = createItemSplitter((item) => items.push(item));
    for (const chunk of chunks) splitter.push(chunk);
    return { items, ...splitter.end() };
  };
  const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 });

  it('are taken apart into their items, wherever the chunks end', () => {
    fc.assert(
      fc.property(fc.array(notes, { maxLength: 5 }), sizes, (list, cuts) => {
        const items = list.map((note) => toJsonLd(note));
        const found = split(chunksOf(fileOf(items), cuts));
        expect(found.items.map((item) => JSON.parse(item))).toEqual(JSON.parse(JSON.stringify(items)));
        expect(found).toMatchObject({ cutOff: null, isClosed: true, tooLong: 0 });
      }),
      runs,
    );
  });

  it('cut off anywhere, give every item that was whole', () => {
    fc.assert(
      fc.property(
        fc.array(notes, { minLength: 1, maxLength: 4 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (list, share) => {
          const file = fileOf(list.map((note) => toJsonLd(note)));
          const cut = file.slice(0, Math.floor(file.length * share));
          const found = split([cut]);
          const whole = list.filter((_, i) => cut.split('\n').length > i + 2).length;
          expect(found.items.length).toBeGreaterThanOrEqual(whole);
          expect(found.items.length).toBeLessThanOrEqual(whole + 1);
          for (const item of found.items)
            expect(readItem(item, NOW).every((read) => 'note' in read)).toBe(true);
        },
      ),
      runs,
    );
  });

  it('the same content has the same hash, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(contentHash(turned)).toBe(contentHash(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      runs,
    );
  });
});

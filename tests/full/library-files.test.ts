/** Files of hundreds of megabytes, made while they are read: the memory they take is bounded, whatever is in them. */
import 'fake-indexeddb/auto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, test } from 'vitest';
import { toJsonLd } from '../../src/core/annotation/out/json-ld.ts';
import { LIMITS } from '../../src/library/files/intake.ts';
import { readFile } from '../../src/library/files/read-file.ts';
import { EVERYTHING } from '../../src/messages/to-library.ts';
import { anEngine, type TestEngine } from '../helpers/engine.ts';
import { aNote } from '../helpers/notes.ts';

const MB = 1_000_000;
const NOW = '2026-11-28T12:00:00.000Z';

/** What reading may hold at once: the notes that it gives, and some room to work in. */
const ROOM = 160 * MB;

// What is thrown away counts as long as nobody collects it, and that is nobody's memory.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

interface Watched {
  readonly file: Blob;
  /** The most memory that was in use while it was read, less what was before. */
  peak(): number;
}

/** A file of about `size` bytes: a head, then `piece` over and over. Nothing of it exists before it is asked for. */
function fileOf(head: string, piece: (n: number) => string, size: number): Watched {
  const encoder = new TextEncoder();
  const memory = () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = memory();
  let peak = 0;
  const stream = () => {
    let sent = 0;
    let looked = 0;
    let n = 0;
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        let text = n === 0 ? head : '';
        while (text.length < 64_000) text += piece(n++);
        controller.enqueue(encoder.encode(text));
        sent += text.length;
        if (sent > looked + size / 12) {
          looked = sent;
          peak = Math.max(peak, memory() - before);
        }
        if (sent >= size) controller.close();
      },
    });
  };
  // What the reader uses of a file.
  const file = { size, stream, slice: (from: number, to: number) => new Blob([head]).slice(from, to) };
  return { file: file as unknown as Blob, peak: () => peak };
}

const note = (n: number) =>
  `${JSON.stringify(toJsonLd(aNote({ id: `n${n}`, note: 'x'.repeat(50_000) })))},\n`;

let library: TestEngine;
beforeEach(async () => {
  library = anEngine();
  await library.engine.open(null, null);
  await library.settled();
  const mine = new Blob([JSON.stringify(toJsonLd(aNote({ id: 'mine' })))]);
  await library.engine.previewImport({ file: mine, name: 'mine' }, null);
  await library.engine.commitImport({ keepBoth: true }, null);
});

describe('200 MB', () => {
  const NOTHING: [about: string, head: string, piece: (n: number) => string, reason: RegExp][] = [
    ['of items that are no notes', '[', () => '{},'.repeat(1000), /no-notes.*unknown-form/s],
    ['of broken items', '[', () => '{"type":"Annotation","id":},'.repeat(100), /no-notes.*bad-json/s],
    ['of one item', '[{"type":"Annotation","body":"', () => 'x'.repeat(10_000), /cut-off|items-too-long/],
    ['of brackets', '[', () => '['.repeat(10_000), /no-notes/],
    ['of keys', '{', (n) => `"${n}":{`, /no-notes|bad-json/],
    ['of nothing', ' ', () => ' '.repeat(10_000), /no-notes/],
    ['of text', 'My notes. ', () => 'And so on. '.repeat(1000), /other-format/],
    ['of RIS', 'TY  - ELEC\n', () => 'N1  - and so on\n'.repeat(1000), /file-too-large 60 MB/],
  ];
  test.each(NOTHING)(
    '%s: the reason is given, and nothing is touched',
    async (_, head, piece, reason) => {
      const { file, peak } = fileOf(head, piece, 200 * MB);
      const preview = await library.engine.previewImport({ file, name: 'large' }, null);
      expect(preview).toMatchObject({ fresh: 0, same: 0, differing: 0 });
      expect(preview.problems.map(({ problem }) => `${problem.code} ${problem.about}`).join('\n')).toMatch(
        reason,
      );
      expect(preview.problems.length).toBeLessThanOrEqual(200);
      expect(peak()).toBeLessThan(ROOM);
      expect(await library.engine.commitImport({ keepBoth: true }, null)).toBe(0);
      expect(await library.engine.findIds({ query: EVERYTHING }, null)).toEqual(['mine']);
    },
    240_000,
  );

  test('of notes: all of them, and what is held is not much more than they are', async () => {
    const { file, peak } = fileOf('[', note, 200 * MB);
    const { notes, problems } = await readFile(file, NOW);
    expect(notes.length).toBeGreaterThan(3800);
    expect(problems).toEqual([]);
    expect(peak()).toBeLessThan(2 * 200 * MB + ROOM);
  });
});

test('more notes than the memory is trusted with are refused as a whole, with the limit', async () => {
  const { file, peak } = fileOf('[', note, LIMITS.notes + 30 * MB);
  const preview = await library.engine.previewImport({ file, name: 'large' }, null);
  expect(preview).toMatchObject({ fresh: 0, problems: [{ item: 0 }] });
  expect(preview.problems[0]?.problem).toEqual({ code: 'file-too-large', about: '300 MB' });
  expect(peak()).toBeLessThan(2 * LIMITS.notes + ROOM);
  expect(await library.engine.findIds({ query: EVERYTHING }, null)).toEqual(['mine']);
}, 240_000);

test('a small file that unpacks without end is given up', async () => {
  const bomb = new Blob(['[', ' '.repeat(60 * MB)]).stream().pipeThrough(new CompressionStream('gzip'));
  const file = await new Response(bomb).blob();
  expect(file.size).toBeLessThan(MB);
  const read = await readFile(file, NOW, () => undefined, { ...LIMITS, file: 50 * MB });
  expect(read.notes).toEqual([]);
  expect(read.problems[0]?.problem).toEqual({ code: 'file-too-large', about: '50 MB' });
});

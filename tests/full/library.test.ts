/** The library at its limits: a file of 200 MB that breaks off, passages found again, a worker that is killed while it saves. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ours, score } from '../../scripts/bench/library/anchoring.ts';
import { makeCases } from '../../scripts/bench/library/corpus.ts';
import { toJsonLd } from '../../src/core/annotation/out/json-ld.ts';
import { readFile } from '../../src/library/files/read-file.ts';
import { startBrowser, type TestBrowser } from '../helpers/browser.ts';
import { aNote } from '../helpers/notes.ts';
import { callNotes } from '../helpers/notes-page.ts';

const NOW = '2026-11-28T12:00:00.000Z';

test('a file of 200 MB is read item by item, and cut off gives what was whole', async () => {
  const line = (i: number) =>
    `${JSON.stringify(toJsonLd(aNote({ id: `n${i}`, note: 'x'.repeat(50_000) })))},\n`;
  const parts = Array.from({ length: 4000 }, (_, i) => line(i));
  const file = new Blob(['{"items":[\n', ...parts, '{"type":"Annotation","id":"urn:cut']);
  expect(file.size).toBeGreaterThan(200_000_000);
  const read = await readFile(file, NOW);
  expect(read.notes).toHaveLength(4000);
  expect(read.warnings).toEqual([{ kind: 'cut-off' }]);
});

test.each([2026, 7, 4711])('passages of seed %i are found again as promised', (seed) => {
  const { reattachedPercent, wronglyAttachedPercent } = score(makeCases(4400, seed), ours);
  expect(reattachedPercent).toBeGreaterThanOrEqual(95);
  expect(wronglyAttachedPercent).toBeLessThanOrEqual(0.5);
});

describe('a worker that is stopped while it saves (chromium)', () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser('chromium');
  });
  afterAll(() => browser?.close());

  test('every note that was answered is there, each once, and none is half', async () => {
    const target = await browser.browser.waitForTarget((found) => found.type() === 'service_worker');
    const answered: string[] = [];
    for (let i = 0; i < 30; i++) {
      const note = aNote({ id: `killed-${i}`, note: `Note ${i}` });
      const saving = callNotes(browser.sender, 'saveNote', { note }).then(
        () => answered.push(note.id),
        () => undefined,
      );
      // A little later each time: over the thirty, everywhere between the message and the answer.
      await new Promise((resolve) => setTimeout(resolve, i));
      if (i % 3 !== 0) await (await target.worker())?.close().catch(() => undefined);
      await saving;
      // The page asks again when no answer comes.
      await callNotes(browser.sender, 'saveNote', { note });
    }
    const notes = await callNotes(browser.sender, 'notesOnPage', { urls: [aNote().page.url] });
    expect(notes.map((note) => note.id).sort()).toEqual(
      Array.from({ length: 30 }, (_, i) => `killed-${i}`).sort(),
    );
    expect(notes.every((note) => note.twin === null && note.passage !== null)).toBe(true);
  });
});

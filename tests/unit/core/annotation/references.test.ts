/** References with notes of ours in them: the files as they are (golden), and what is read of them. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  parseRis,
  type ReadReference,
  readCsl,
  readRis,
} from '../../../../src/core/annotation/in/references.ts';
import { toCsl } from '../../../../src/core/annotation/out/csl-json.ts';
import { references } from '../../../../src/core/annotation/out/reference.ts';
import { toRis } from '../../../../src/core/annotation/out/ris.ts';
import { aFact, aNote, aPassage } from '../../../helpers/notes.ts';

const NOW = '2026-11-29T12:00:00.000Z';
const GOLDEN = 'tests/fixtures/notes/two-on-a-page';
const first = aNote({ facts: [aFact()] });
const second = aNote({
  id: '6f6c1c1e-9f1e-4c39-8a35-0d9b6f0d4a02',
  note: 'Who paid?\n\nMy words: a line that looks like a label.\nER  - \nand one that looks like an end.',
  passage: aPassage('signed in December\nwithout a tender'),
  modified: '2026-11-28T11:30:00.000Z',
  tags: ['procurement', 'two words'],
});
const found = references([first, second]);

const fromRis = (text: string) => parseRis(text).flatMap((record) => readRis(record, NOW));
const fromCsl = (text: string) => JSON.parse(text).flatMap((item: object) => readCsl({ ...item }, NOW));
const notesOf = (read: readonly ReadReference[]) => read.flatMap((one) => ('note' in one ? [one.note] : []));

test.each([
  ['ris', found.map(toRis).join(''), fromRis],
  ['csl.json', `${JSON.stringify(found.map(toCsl), null, 1)}\n`, fromCsl],
])('two notes on a page in %s: the golden file, and both come back', async (ending, written, read) => {
  await expect(written).toMatchFileSnapshot(`../../../../${GOLDEN}.${ending}`);
  const back = notesOf(read(readFileSync(`${GOLDEN}.${ending}`, 'utf8')));
  expect(back).toHaveLength(2);
  for (const [i, note] of [first, second].entries()) {
    const { id, created, modified, tags, page } = note;
    expect(back[i]).toMatchObject({ id, created, modified, tags, page, note: note.note });
    expect(back[i]?.passage?.text).toBe(note.passage?.text);
    expect(back[i]?.passage?.selectors.quote).toEqual(note.passage?.selectors.quote);
  }
});

const record = (...notes: string[]) =>
  `TY  - ELEC\r\nID  - k\r\nTI  - T\r\nUR  - https://a.example/\r\nKW  - page\r\n${notes.map((note) => `N1  - ${note}\r\n`).join('')}ER  - \r\n`;

test('a file of an earlier version, without dates and tags: the page has them', () => {
  const [note, other] = notesOf(
    fromRis(
      record('sidelight-id: a\r\nQuotation: “One”\r\nMy words: Mine', 'sidelight-id: b\r\nMy words: B'),
    ),
  );
  expect(note).toMatchObject({
    id: 'a',
    note: 'Mine',
    tags: ['page'],
    created: NOW,
    passage: { text: 'One' },
  });
  expect(other).toMatchObject({ id: 'b', note: 'B', passage: null });
});

test('as a citation manager gives them back, in HTML', () => {
  const html =
    '<p>sidelight-id: a<br/>Quotation: “1 &lt; 2”<br/>My words: First.</p><p>Second.<br/>Written: 2026-01-02T03:04:05.000Z</p>';
  expect(notesOf(fromRis(record(html)))).toMatchObject([
    { id: 'a', note: 'First.\n\nSecond.', created: '2026-01-02T03:04:05.000Z', passage: { text: '1 < 2' } },
  ]);
});

test('what somebody wrote there beside them is a note on the page', () => {
  const [own, theirs] = notesOf(fromRis(record('sidelight-id: a\r\nMy words: Mine', 'Written in Zotero')));
  expect([own?.id, own?.note]).toEqual(['a', 'Mine']);
  expect(theirs).toMatchObject({ note: 'Written in Zotero', origin: { source: 'zotero', key: 'k' } });
});

test('unclosed marks by the hundred thousand take no time', () => {
  const started = performance.now();
  fromRis(record(`<p>${'<script'.repeat(100_000)}`, `<p>${'<'.repeat(500_000)}`));
  expect(performance.now() - started).toBeLessThan(2000);
});

/** Files of references that are small, and would be large once they are read. */
import { expect, test } from 'vitest';
import { LIMITS, type Limits } from '../../../src/library/files/intake.ts';
import { readFile } from '../../../src/library/files/read-file.ts';

const NOW = '2026-11-29T12:00:00.000Z';
const lines = (count: number, line: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n));

/** A reference on a page of its own, whose notes of ours name no tags: each has all those of the reference. */
const reference = (page: number, notes: number, tags: number) =>
  [
    'TY  - ELEC',
    `UR  - https://news.example/${page}`,
    ...lines(tags, (n) => `KW  - ${n}`),
    ...lines(notes, (n) => `N1  - sidelight-id: ${page}-${n}`),
    'ER  - \r\n',
  ].join('\r\n');
const read = (source: string, limits: Partial<Limits> = {}) =>
  readFile(new Blob([source]), NOW, () => undefined, { ...LIMITS, ...limits });
const told = async (found: ReturnType<typeof read>) =>
  (await found).problems.map(({ item, problem }) => `${item} ${problem.code} ${problem.about}`);

test('one whose notes would copy its tags without end is named, and the others are taken', async () => {
  const found = await read(reference(1, 3000, 3000) + reference(2, 2, 2));
  expect(await told(Promise.resolve(found))).toEqual(['1 too-many-copies https://news.example/1']);
  expect(found.returned.map(({ id }) => id)).toEqual(['2-0', '2-1']);
});

test('the same in CSL', async () => {
  const item = {
    id: 'k',
    type: 'webpage',
    URL: 'https://news.example/1',
    author: lines(3000, (n) => n.toString(36)).map((literal) => ({ literal })),
    note: lines(3000, (n) => `sidelight-id: ${n}`).join('\n'),
  };
  expect(await told(read(JSON.stringify([item])))).toEqual(['1 too-many-copies https://news.example/1']);
});

test('what the notes of many references copy counts as held', async () => {
  const source = lines(20, (page) => reference(page, 100, 100)).join('');
  expect((await read(source)).returned).toHaveLength(2000);
  expect(await told(read(source, { notes: 1_000_000 }))).toEqual(['0 file-too-large 1 MB']);
});

test('notes that were carried back are notes, where a file has many problems', async () => {
  const twice = reference(1, 1000, 0) + reference(1, 1000, 0) + reference(1, 1000, 0);
  expect((await read(twice, { problems: 10 })).returned).toHaveLength(1000);
});

test('references that are no notes, by the thousand, are a reason and no error', async () => {
  const source = 'TY  - ELEC\r\nER  - \r\n'.repeat(1200);
  expect((await told(read(source, { problems: 10 })))[0]).toBe('0 no-notes ');
});

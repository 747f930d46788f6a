import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { triage } from '../../../../src/publish/release/triage.ts';
import { datasetFolder } from '../../../helpers/dataset-folder.ts';

const GOOD = {
  kind: 'sidelight-correction',
  entity: 'acme',
  statement: 'acme/founded-2011',
  text: 'Acme Vision was founded in 2011 and makes cameras.',
  datasetVersion: '2026.11.24',
  proposedChange: 'It was founded in 2010.',
  source: 'https://companies.example/acme',
};
const folder = mkdtempSync(join(tmpdir(), 'sidelight-corrections-'));
let count = 0;
const file = (value: unknown) => {
  const path = join(folder, `${count++}.json`);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
};

describe('triage', () => {
  it('goes on after a file that is not there, and says so', () => {
    const root = datasetFolder();
    const result = triage(root, [join(folder, 'nowhere.json'), file(GOOD)], '2026-11-28');
    expect([result.written.length, result.refused]).toEqual([
      1,
      [{ file: join(folder, 'nowhere.json'), reason: 'is not there' }],
    ]);
  });

  it('makes one draft change of the same proposal from several readers', () => {
    const root = datasetFolder();
    const same = {
      ...GOOD,
      proposedChange: ' it was  founded in 2010',
      datasetVersion: '2026.11.23',
      source: null,
    };
    const result = triage(root, [file(GOOD), file(same)], '2026-11-28');
    expect([result.written.length, result.repeated.length, result.refused]).toEqual([1, 1, []]);
    const [name = ''] = readdirSync(join(root, 'corrections'));
    expect(parse(readFileSync(join(root, 'corrections', name), 'utf8'))).toMatchObject({
      entity: 'acme',
      statement: 'acme/founded-2011',
      current: GOOD.text,
      changedSince: false,
      proposed: GOOD.proposedChange,
      source: { url: GOOD.source, publisher: 'companies.example' },
      seenIn: ['2026.11.23', '2026.11.24'],
      readers: 2,
    });
    expect(triage(root, [file(GOOD)], '2026-11-29').repeated).toHaveLength(1);
  });

  it('says when the text has changed since the reader saw it', () => {
    const root = datasetFolder();
    const [name = ''] = triage(root, [file({ ...GOOD, text: 'Something else.' })], '2026-11-28').written;
    expect(parse(readFileSync(join(root, 'corrections', name), 'utf8')).changedSince).toBe(true);
  });

  it('takes what is about its own dataset, by the id that readers add it under', () => {
    const other = 'd0123456789ab';
    const root = datasetFolder();
    const files = [file({ ...GOOD, dataset: 'dfedcba987654' }), file({ ...GOOD, dataset: other })];
    const result = triage(root, files, '2026-11-28', 'dfedcba987654');
    expect(result.written).toHaveLength(1);
    expect(result.refused.map(({ reason }) => reason)).toEqual([
      `is about the dataset ${other}; this one is dfedcba987654`,
    ]);
  });

  const refused: [what: string, value: unknown, reason: string][] = [
    ['no JSON', '{', 'no JSON'],
    ['another file', { hello: 1 }, 'is no correction of Sidelight (kind'],
    ['a list', [1], 'is no correction'],
    ['what is no text', { ...GOOD, proposedChange: 7 }, 'proposedChange: a text is wanted here'],
    ['an unknown entity', { ...GOOD, entity: 'nobody' }, 'no entity nobody'],
    ['an unknown statement', { ...GOOD, statement: 'acme/nothing' }, 'no statement'],
    ['an address that is none of the web', { ...GOOD, source: 'javascript:alert(1)' }, 'source'],
    ['a way out of the folder', { ...GOOD, entity: '../acme' }, 'entity'],
    ['hidden characters', { ...GOOD, proposedChange: 'It was \u202e0102.' }, 'hidden'],
    ['an empty proposal', { ...GOOD, proposedChange: '  ' }, 'empty'],
    ['what the record says', { ...GOOD, proposedChange: GOOD.text }, 'already'],
    ['a huge file', JSON.stringify({ ...GOOD, proposedChange: 'x'.repeat(70_000) }), 'larger'],
    ['an id of a dataset that is none', { ...GOOD, dataset: 'core' }, 'dataset'],
    ['another dataset, before this one has keys', { ...GOOD, dataset: 'd0123456789ab' }, 'not published yet'],
    ['fields that nobody asked for', { ...GOOD, email: 'a@b.example' }, 'email'],
  ];
  it.each(refused)('refuses %s', (_, value, reason) => {
    const result = triage(datasetFolder(), [file(value)], '2026-11-28');
    expect(result.written).toEqual([]);
    expect(result.refused[0]?.reason).toContain(reason);
    expect(result.refused[0]?.reason).not.toMatch(/Invalid|Unrecognized|Too /);
  });
});

/** Taking something back changes what it must in the records, and nothing else of them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDataset, errorsOf } from '../../../../src/publish/check.ts';
import { loadDataset } from '../../../../src/publish/load.ts';
import { withdraw } from '../../../../src/publish/release/withdraw.ts';
import { datasetFolder, GOOD_FILES } from '../../../helpers/dataset-folder.ts';

const on = '2026-11-24';
const reason = 'Another company: "Acme", of 1999.';
const read = (root: string, name: string) => readFileSync(join(root, name), 'utf8');

const STATEMENT = `  - id: moved-2010
    text: Acme Vision moved in 2010.
    event: '2010'
    speaker: acme
    act: states
    basis: company-text
    sources: [acme-2020, acme-2012#moved]
`;
const SOURCE = `  acme-2020:
    url: https://acme.example/moved
    title: We have moved
    publisher: Acme Vision
    lang: en
    published: 2020-01-05
    read: 2026-11-24
    interest: company
    passages:
      moved: { start: we have moved, end: another town }
`;
const PASSAGE = '      moved: { start: has moved to, end: another town }\n';

/** The good record with a statement that nothing leans on, a source and a passage that only it cites. */
function recordWith(statement: string, source: string, passage: string): string {
  return (GOOD_FILES['entities/acme.yaml'] ?? '')
    .replace('relations:\n', `  # Of the other one.\n${statement}relations:\n`)
    .replace('passages:\n', `passages:\n${passage}`)
    .replace('sources: [acme-2012]', 'sources: [acme-2012#founded]')
    .replace('sources:\n  acme-2012:', `sources:\n${source}  acme-2012:`);
}
const RECORD = recordWith(STATEMENT, SOURCE, PASSAGE);

describe('withdrawing', () => {
  const folder = () => datasetFolder({ ...GOOD_FILES, 'entities/acme.yaml': RECORD });
  const errors = (root: string) => errorsOf(checkDataset(loadDataset(root), on));

  it('removes a statement with the passages and sources that only it cited, and not a byte more', () => {
    const root = folder();
    expect(errors(root)).toEqual([]);
    const files = withdraw(root, { id: 'acme/moved-2010', as: 'removed', on, reason });
    expect(files).toEqual([join(root, 'dataset.yaml'), join(root, 'entities/acme.yaml')]);
    expect(read(root, 'entities/acme.yaml')).toBe(recordWith('', '', ''));
    expect(read(root, 'dataset.yaml')).toBe(
      `${GOOD_FILES['dataset.yaml']}withdrawn:\n  - { id: acme/moved-2010, as: removed, on: 2026-11-24, reason: ${JSON.stringify(reason)} }\n`,
    );
    expect(errors(root)).toEqual([]);
  });

  it('marks what is superseded, in one line', () => {
    const root = folder();
    withdraw(root, { id: 'acme/moved-2010', as: 'superseded', on, reason });
    expect(read(root, 'entities/acme.yaml')).toBe(
      RECORD.replace('acme-2012#moved]\n', 'acme-2012#moved]\n    standing: superseded\n'),
    );
    expect(errors(root)).toEqual([]);
  });

  it('has each id once, the last word counting', () => {
    const root = folder();
    withdraw(root, { id: 'acme/moved-2010', as: 'superseded', on, reason });
    withdraw(root, { id: 'acme/sold-2019', as: 'superseded', on, reason: 'One.' });
    withdraw(root, { id: 'acme/moved-2010', as: 'removed', on, reason: 'Two.' });
    expect(loadDataset(root).settings.withdrawn.map(({ id, as }) => [id, as])).toEqual([
      ['acme/sold-2019', 'superseded'],
      ['acme/moved-2010', 'removed'],
    ]);
    expect(errors(root)).toEqual([]);
  });

  it('removes an entity with the relations that lead to it', () => {
    const root = folder();
    withdraw(root, { id: 'square', as: 'removed', on, reason });
    expect(existsSync(join(root, 'entities/square.yaml'))).toBe(false);
    expect(read(root, 'entities/acme.yaml')).not.toContain('target: square');
    // What else names it is for a person to mend.
    expect(errors(root).map(({ rule, file }) => [rule, file])).toEqual([['reference', 'entities/acme.yaml']]);
  });

  it.each([
    ['an id that nothing has', 'acme/none', reason, 'there is no acme/none'],
    ['no reason', 'acme/moved-2010', '', 'reason: is empty'],
    ['a long reason', 'acme/moved-2010', 'a'.repeat(301), 'reason: longer than 300 characters'],
    ['what is no id', '../acme', reason, 'entity/statement'],
  ])('refuses %s and changes nothing', (_, id, why, message) => {
    const root = folder();
    expect(() => withdraw(root, { id, as: 'removed', on, reason: why })).toThrow(message);
    expect(read(root, 'entities/acme.yaml')).toBe(RECORD);
    expect(read(root, 'dataset.yaml')).toBe(GOOD_FILES['dataset.yaml']);
  });

  it('changes nothing where it cannot take a record apart', () => {
    const root = folder();
    const file = join(root, 'entities/acme.yaml');
    writeFileSync(file, RECORD.replace('  - id: moved-2010\n', '  -\n    id: moved-2010\n'));
    expect(() => withdraw(root, { id: 'acme/moved-2010', as: 'removed', on, reason })).toThrow('by hand');
    expect(read(root, 'dataset.yaml')).toBe(GOOD_FILES['dataset.yaml']);
  });
});

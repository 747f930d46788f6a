import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDataset, errorsOf } from '../../../src/publish/check.ts';
import { compileDataset } from '../../../src/publish/compile.ts';
import { importCandidates } from '../../../src/publish/import.ts';
import { loadDataset } from '../../../src/publish/load.ts';
import { datasetFolder } from '../../helpers/dataset-folder.ts';

function importText(text: string) {
  const root = datasetFolder();
  const outcome = importCandidates(loadDataset(root), root, text, 'list.csv');
  return {
    root,
    outcome,
    files: existsSync(join(root, 'candidates')) ? readdirSync(join(root, 'candidates')) : [],
  };
}

describe('importCandidates', () => {
  it('turns rows into candidates that are checked and never released', () => {
    const { root, outcome, files } = importText(
      'name,kind,places,aliases,links\r\n"Watch, Inc.",vendor,us;DE,WI;Watch,https://watch.example/\r\n',
    );
    expect(outcome).toEqual({ written: ['watch-inc'], skipped: [] });
    expect(files).toEqual(['watch-inc.yaml']);
    expect(loadDataset(root).candidates[0]?.record).toMatchObject({
      places: ['US', 'DE'],
      origin: 'list.csv',
    });
    expect(errorsOf(checkDataset(loadDataset(root)))).toEqual([]);
    expect(compileDataset(root).entities.map(({ id }) => id)).toEqual(['acme', 'square']);
  });

  it('reads headings in capitals', () => {
    expect(importText('Name, KIND\nNova,project\n').outcome.written).toEqual(['nova']);
  });

  it('says which rows it leaves out, and why', () => {
    const { outcome } = importText(
      'name,kind,places\nACME vision,vendor,RS\n,vendor,RS\nNova,spaceship,RS\nBeta,vendor,Serbia\nGood,vendor,RS\nGood,vendor,RS\n',
    );
    expect(outcome.written).toEqual(['good']);
    expect(outcome.skipped.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
      expect.stringMatching(/^2: ACME vision is already an entity: acme/),
      '3: no name',
      expect.stringMatching(/^4: kind: one of vendor, /),
      expect.stringMatching(/^5: places/),
      expect.stringMatching(/^7: Good is already a candidate: good/),
    ]);
  });

  it('stops at a quote that is never closed and says so, with its line', () => {
    const { outcome } = importText('name,kind\nGood,vendor\n"Bad,vendor\nLost,vendor\n');
    expect(outcome.written).toEqual(['good']);
    expect(outcome.skipped).toEqual([{ line: 3, reason: expect.stringContaining('never closed') }]);
  });

  it('reads FollowTheMoney lines, people left out', () => {
    const lines = [
      { id: 'a', schema: 'Company', properties: { name: ['Камера'], country: ['ru'], alias: ['Kamera'] } },
      { id: 'b', schema: 'Person', properties: { name: ['Somebody'] } },
      { id: 'c', schema: 'Vessel', properties: { name: ['Boat'] } },
    ];
    const { outcome } = importText(`${lines.map((line) => JSON.stringify(line)).join('\n')}\nnot json\n`);
    expect(outcome.written).toHaveLength(1);
    expect(outcome.skipped.map(({ reason }) => reason)).toEqual([
      'a person: people are never entities',
      'the schema Vessel is not one that becomes an entity',
      'not JSON',
    ]);
  });

  it('asks for a name column', () => {
    expect(importText('title\nX\n').outcome.skipped[0]?.reason).toMatch(/no column "name"/);
  });
});

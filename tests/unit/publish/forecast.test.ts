import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileDataset } from '../../../src/publish/compile.ts';
import { beyond, describeForecast, forecast } from '../../../src/publish/forecast.ts';
import { type Proposal, proposeAlias, proposeRecord } from '../../../src/publish/proposal.ts';
import { anAlias } from '../../helpers/builders.ts';
import { datasetFolder } from '../../helpers/dataset-folder.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

describe('forecast', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-forecast-'));
  mkdirSync(join(folder, 'more'));
  writeFileSync(join(folder, 'a.txt'), 'The Square was full. Acme Vision sold it.');
  writeFileSync(join(folder, 'more', 'b.txt'), 'Times Square is far away.');
  writeFileSync(join(folder, 'picture.png'), 'Square');
  const release = compileDataset(datasetFolder());

  it('shows what an everyday word would mark, with its context', () => {
    const result = forecast(release, [anAlias({ entity: 'square', text: 'Square' })], folder);
    expect(result.texts).toBe(2);
    expect(result.added.map((mark) => [mark.entity, mark.context])).toEqual([
      ['square', '…The [Square] was full. Acme Vision sold it.…'],
      ['square', '…Times [Square] is far away.…'],
    ]);
    expect(describeForecast(result, 0)).toMatch(
      /^2 texts, 13 words: 2 new marks \(1538\.46 per 10,000 words\), 0 lost/,
    );
  });

  it('shows what is lost when two readings can no longer be told apart', () => {
    const result = forecast(release, [anAlias({ entity: 'square', text: 'Acme Vision' })], folder);
    expect(result.lost.map((mark) => mark.entity)).toEqual(['acme']);
  });

  it('names a text that it cannot read, instead of finding nothing in it', () => {
    const other = mkdtempSync(join(tmpdir(), 'sidelight-forecast-'));
    writeFileSync(join(other, 'latin.txt'), Buffer.from('Squ\u00e4re', 'latin1'));
    expect(() => forecast(release, [], other)).toThrow(/latin\.txt is not UTF-8/);
  });

  it('foresees nothing from nothing', () => {
    expect(forecast(release, [], folder)).toMatchObject({ added: [], lost: [] });
  });

  it('holds a proposal back beyond what somebody has looked at', () => {
    const marks = forecast(release, [anAlias({ entity: 'square', text: 'Square' })], folder);
    expect(beyond(marks, 0)).toEqual(['2 newly marked, and none allowed for']);
    expect(beyond(marks, 1)).toEqual(['2 newly marked, but only 1 allowed for']);
    expect(beyond(marks, 2)).toEqual([]);
    expect(describeForecast(marks, 0)).toMatch(/\nheld back: 2 newly marked, and none allowed for\.\n/);
    expect(describeForecast(marks, 2)).not.toMatch(/held back/);
  });

  it('holds back what takes marks from another entity', () => {
    const marks = forecast(release, [anAlias({ entity: 'square', text: 'Acme Vision' })], folder);
    expect(beyond(marks, 0)).toContain('1 no longer marked, and none allowed for');
  });
});

describe('forecast, over the dataset as it is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-forecast-'));
  writeFileSync(
    join(folder, 'town.txt'),
    'Circles were painted on the square. Flock after flock crossed the sky, the paper wrote on Monday.',
  );
  const release = compileDataset(join(ROOT, 'assets/dataset'));
  const blocked = (proposal: Proposal | string) => {
    if (typeof proposal === 'string') throw new Error(proposal);
    return beyond(forecast(proposal.release, proposal.aliases, folder), 0);
  };

  it.each([
    ['circles', 'Circles'],
    ['flock-safety', 'Flock'],
  ])('blocks %s under the plain name %s, and not with the rules of its record', (entity, name) => {
    expect(blocked(proposeAlias(release, entity, name))).toEqual(['1 newly marked, and none allowed for']);
    const record = join(ROOT, `assets/dataset/entities/${entity}.yaml`);
    expect(blocked(proposeRecord(release, record))).toEqual([]);
  });
});

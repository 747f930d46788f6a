import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileDataset } from '../../../src/publish/compile.ts';
import { describeForecast, forecast } from '../../../src/publish/forecast.ts';
import { anAlias } from '../../helpers/builders.ts';
import { datasetFolder } from '../../helpers/dataset-folder.ts';

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
    expect(describeForecast(result)).toMatch(
      /^2 texts, 13 words: 2 new marks \(1538\.46 per 10,000 words\), 0 lost/,
    );
  });

  it('shows what is lost when two readings can no longer be told apart', () => {
    const result = forecast(release, [anAlias({ entity: 'square', text: 'Acme Vision' })], folder);
    expect(result.lost.map((mark) => mark.entity)).toEqual(['acme']);
  });

  it('foresees nothing from nothing', () => {
    expect(forecast(release, [], folder)).toMatchObject({ added: [], lost: [] });
  });
});

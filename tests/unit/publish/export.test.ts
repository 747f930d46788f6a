import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDataset } from '../../../src/publish/compile.ts';
import { parseCsv } from '../../../src/publish/csv-text.ts';
import { toCsv } from '../../../src/publish/export/csv.ts';
import { toFollowTheMoney } from '../../../src/publish/export/ftm.ts';
import { toJsonLd } from '../../../src/publish/export/json-ld.ts';
import { datasetFolder } from '../../helpers/dataset-folder.ts';

const release = compileDataset(datasetFolder());

describe('export', () => {
  it('writes FollowTheMoney things, links and notes, each a line', () => {
    const lines = toFollowTheMoney(release)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ schema }) => schema)).toEqual([
      'Company',
      'Project',
      'UnknownLink',
      'Note',
      'Note',
      'Note',
    ]);
    expect(lines[0]).toMatchObject({
      id: 'acme',
      properties: { name: ['Acme Vision'], weakAlias: ['Acme'], country: ['rs'] },
    });
    expect(lines[2].properties).toMatchObject({
      subject: ['acme'],
      object: ['square'],
      role: ['related-to'],
    });
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  });

  it('writes JSON-LD whose references lead to parts of it', () => {
    const { hasPart } = JSON.parse(toJsonLd(release));
    const ids = new Set(hasPart.map((part: { '@id': string }) => part['@id']));
    const referred = hasPart.flatMap((part: { about?: { '@id': string }[] }) => part.about ?? []);
    expect(referred.length).toBeGreaterThan(0);
    expect(referred.filter((r: { '@id': string }) => !ids.has(r['@id']))).toEqual([]);
  });

  it('writes tables that read back, with no cell a spreadsheet would run', () => {
    const [head, ...rows] = parseCsv(toCsv(release)['statements.csv'] ?? '');
    expect(head?.cells[0]).toBe('id');
    expect(rows.map(({ cells }) => cells[0])).toEqual([
      'acme/founded-2011',
      'acme/sold-2019',
      'square/plan-2018',
    ]);
    const evil = {
      ...release,
      statements: release.statements.map((s) => ({ ...s, text: { en: '=HYPERLINK("x"), "quoted"\nline' } })),
    };
    const [, row] = parseCsv(toCsv(evil)['statements.csv'] ?? '');
    expect(row?.cells[2]).toBe('\'=HYPERLINK("x"), "quoted"\nline');
  });

  it('reads any table it could have written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', 'é', ' ') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const written = rows
          .map((cells) => `${cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')}\r\n`)
          .join('');
        const kept = rows.filter((cells) => cells.some((c) => c !== ''));
        expect(parseCsv(written).map(({ cells }) => cells)).toEqual(kept);
      }),
    );
  });
});

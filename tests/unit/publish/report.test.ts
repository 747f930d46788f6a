import { describe, expect, it } from 'vitest';
import { compileDataset } from '../../../src/publish/compile.ts';
import { loadDataset } from '../../../src/publish/load.ts';
import { makeReport } from '../../../src/publish/report/report.ts';
import { reportPage } from '../../../src/publish/report/report-page.ts';
import { changed, datasetFolder } from '../../helpers/dataset-folder.ts';

function reportOf(today: string, over: Record<string, string> = {}) {
  const root = datasetFolder(over);
  return makeReport(loadDataset(root), compileDataset(root), today);
}

describe('makeReport', () => {
  it('counts places, years, publishers and relations', () => {
    const report = reportOf('2026-11-24');
    expect(report.places).toEqual([['RS', 2]]);
    expect(report.years.find(({ year }) => year === 2019)).toEqual({ year: 2019, happened: 1, known: 1 });
    expect(report.publishers).toHaveLength(3);
    expect(report.edges).toEqual([{ from: 'acme', to: 'square', type: 'related-to' }]);
    expect(report.stale).toEqual([]);
  });

  it('lists what is due for review and what could stand better', () => {
    const over = changed('entities/acme.yaml', 'published: 2012-01-05', 'published: null');
    const report = reportOf('2027-12-24', over);
    expect(report.stale.map(({ id, days }) => [id, days])).toEqual([
      ['acme', 30],
      ['square', 30],
    ]);
    expect(report.weak).toEqual([{ id: 'acme/founded-2011', why: 'no dated source' }]);
  });
});

describe('reportPage', () => {
  it('is the same bytes for the same report, needs nothing else, and escapes what it shows', () => {
    const over = changed('entities/acme.yaml', 'publisher: The Paper', 'publisher: "R&D \\"Paper\\""');
    const page = reportPage(reportOf('2026-11-24', over));
    expect(reportPage(reportOf('2026-11-24', over))).toBe(page);
    expect(page).toContain('R&amp;D');
    expect(page).not.toMatch(/<script|src=|href=/);
  });
});

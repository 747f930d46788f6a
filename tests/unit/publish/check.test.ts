import { describe, expect, it } from 'vitest';
import { checkDataset } from '../../../src/publish/check.ts';
import { compileDataset } from '../../../src/publish/compile.ts';
import { loadDataset } from '../../../src/publish/load.ts';
import { DatasetError, formatProblem } from '../../../src/publish/problem.ts';
import { RULES } from '../../../src/publish/rules/catalogue.ts';
import { changed, datasetFolder } from '../../helpers/dataset-folder.ts';
import { BROKEN, DOUBTFUL } from './rule-fixtures.ts';

const ACME = 'entities/acme.yaml';

function problemsOf(over: Parameters<typeof datasetFolder>[0]): string[] {
  return checkDataset(loadDataset(datasetFolder(over))).map(formatProblem);
}

describe('checkDataset', () => {
  it('finds nothing wrong with the good files', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it.each(BROKEN)('refuses %s with one rule, at its line, saying how to mend it', (_, over, expected) => {
    const problems = problemsOf(over);
    expect(problems).toEqual([expect.stringMatching(expected)]);
    expect(problems[0]).toMatch(/ – \S/);
    expect(() => compileDataset(datasetFolder(over))).toThrow(DatasetError);
  });

  it.each(DOUBTFUL)('points out %s and releases it all the same', (_, over, expected) => {
    expect(problemsOf(over)).toEqual([expect.stringMatching(expected)]);
    expect(compileDataset(datasetFolder(over)).entities).toHaveLength(2);
  });

  it('has a fixture with rule and line for every rule', () => {
    const broken = [...BROKEN, ...DOUBTFUL].map(([title, , { source }]) => {
      const place = /:(\d+) \{2\}\\\[(?:warning: )?([a-z-]+)\\\]/.exec(source);
      expect(place, `${title}: says neither line nor rule`).not.toBeNull();
      return place?.[2];
    });
    expect([...new Set(broken)].sort()).toEqual(Object.keys(RULES).sort());
  });

  it('lets names stand that have what they need', () => {
    const names = [
      'ACM, needs: [[cue:cameras]]',
      'ACM, needs: [[first-full-name], [cue:cameras]]',
      'Circle, needs: [[cue:cameras]]',
      '网号',
      '3M Acme',
      'Acme (maker)',
    ];
    for (const name of names)
      expect(problemsOf(changed(ACME, 'aliases:\n', `aliases:\n  - { text: ${name} }\n`))).toEqual([]);
  });

  it('leaves alone what a court held, and whom nobody has named', () => {
    const held = "was part of human rights abuses.\n    event: '2011'\n    speaker: acme\n    act: rules";
    const before = "makes cameras.\n    event: '2011'\n    speaker: acme\n    act: states";
    expect(problemsOf(changed(ACME, before, held))).toEqual([]);
    expect(problemsOf(changed(ACME, 'makes cameras.', 'films people accused of theft.'))).toEqual([]);
  });

  it('takes a quoted or attributed word for what it is', () => {
    const said = changed(ACME, 'makes cameras.', 'is called notorious by The Paper.');
    expect(problemsOf(said)).toEqual([]);
    expect(problemsOf(changed(ACME, 'makes cameras.', 'is under an interception regime.'))).toEqual([]);
  });

  it('knows when a record was due to be looked at again', () => {
    const on = (today: string) =>
      checkDataset(loadDataset(datasetFolder()), today).filter(({ rule }) => rule === 'review').length;
    expect([on('2026-11-24'), on('2027-11-24'), on('2027-11-25')]).toEqual([0, 0, 2]);
  });

  it('refuses a version that is still to come, and holds dates against the calendar then', () => {
    const root = datasetFolder({
      ...changed('dataset.yaml', '2026.11.24', '2062.11.30'),
      ...changed(ACME, 'read: 2026-11-24', 'read: 2027-01-01'),
    });
    const on = (today: string) => checkDataset(loadDataset(root), today).map(formatProblem);
    expect(on('2026-11-24')).toEqual([
      expect.stringMatching(/^dataset\.yaml:1 {2}\[date\].*2062-11-30, and today is 2026-11-24.* – \S/),
      expect.stringMatching(/acme\.yaml:35 {2}\[date\].*read on 2027-01-01/),
    ]);
    // A day is allowed: somewhere it is tomorrow already.
    expect(on('2062-11-29').filter((told) => told.includes('[date]'))).toEqual([]);
  });

  it('stops the build with every problem at once', () => {
    const root = datasetFolder({
      ...changed(ACME, 'target: square', 'target: circle'),
      ...changed('dataset.yaml', 'redirects: {}', 'redirects: { a: b }'),
    });
    expect(() => compileDataset(root)).toThrow(DatasetError);
    expect(() => compileDataset(root)).toThrow(/2 problems[\s\S]*redirect[\s\S]*circle/);
  });
});

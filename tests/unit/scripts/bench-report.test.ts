import { describe, expect, test } from 'vitest';
import { drawReport, makeReport } from '../../../scripts/bench/report.ts';
import { FIGURES, WEIGHTS } from '../../house/budgets.ts';

const MEASURED = {
  matcher: {
    floorRatio: { '5000': 2.5, '1000000': 7 },
    timesFasterThanFastestPeer: { '5000': 12 },
    timesFasterThanRegExp: { '5000': 20 },
  },
  pages: { layouts: 0, styleRecalcs: 1, wrapping10kMs: 26, article10kMs: 15, monsterMs: 270 },
  sizes: { contentScriptGz: 20_000, files: { 'scout.js': 5_632, 'card.js': 40_000 } },
};
const report = makeReport(MEASURED);
const line = (figure: string) => report.lines.find((entry) => entry.figure === figure);

const CASES: [figure: string, value: number | null, kept: boolean | null, share: number | null][] = [
  ['matcher.floorRatio.5000', 2.5, true, 2.5 / 3.5],
  ['matcher.floorRatio.1000000', 7, false, 7 / 6.5],
  ['matcher.timesFasterThanFastestPeer.5000', 12, true, 10 / 12],
  ['matcher.timesFasterThanRegExp.5000', 20, false, 25 / 20],
  ['pages.layouts', 0, true, 0],
  ['pages.styleRecalcs', 1, false, Number.POSITIVE_INFINITY],
  ['pages.article2kMs', null, null, null],
  // The machine is half as fast as the one that the budget was set on.
  ['pages.article10kMs', 15, true, 15 / 20],
  ['pages.monsterMs', 270, false, 270 / 180],
  ['sizes.files/scout.js', 5_632, true, 0.5],
  ['sizes.files/card.js', 40_000, false, 40_000 / (30 * 1024)],
];

describe('the report of a run', () => {
  test.each(CASES)('puts %s beside its budget', (figure, value, kept, share) => {
    expect(line(figure)).toMatchObject({ value, kept, share });
  });

  test('has a line for every budget', () => {
    expect(report.lines).toHaveLength(FIGURES.length + Object.keys(WEIGHTS).length);
  });

  test('as a picture, says in words what is over and what is missing', () => {
    const picture = drawReport(report, 'A <title> & more');
    expect(picture).toContain('A &lt;title&gt; &amp; more');
    expect(picture.match(/, over</g)).toHaveLength(report.lines.filter(({ kept }) => kept === false).length);
    expect(picture.match(/>not measured</g)).toHaveLength(
      report.lines.filter(({ value }) => value === null).length,
    );
    expect(picture).not.toMatch(/NaN|Infinity|undefined/);
  });
});

test('every budget has one bound', () => {
  expect(FIGURES.filter(({ most, least }) => (most === undefined) === (least === undefined))).toEqual([]);
});

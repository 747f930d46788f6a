/**
 * The quality page of a release: one HTML file that needs nothing else, so that it can lie beside the release on any static
 * host, be mailed, or be opened from a disk. No script, no external resource; colours follow the reader's scheme.
 */
import { type Finding, percent, type Rates, type Tally } from './gold.ts';
import type { QualityReport } from './quality.ts';

/** The page. The same report gives the same bytes. */
export function qualityPage(report: QualityReport): string {
  const { score, floors } = report;
  const { overall, traps } = score;
  const figures = [
    figure('Precision', overall.precision, floors.precision, 'of all marks are right'),
    figure('Recall', overall.recall, floors.recall, 'of the mentions are marked'),
    figure(
      'Traps passed',
      share(traps.passed, traps.total),
      floors.traps,
      `${traps.passed} of ${traps.total}`,
    ),
    figureOf(
      'Wrong marks',
      score.wrongPer10kWords.toFixed(1),
      'per 10,000 words, in texts that are full of traps',
    ),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Sidelight dataset ${escapeText(report.version)}: quality of marking</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<p class="over">Sidelight dataset ${escapeText(report.version)}</p>
<h1>How well names are marked</h1>
<p>Measured on a labelled set of ${report.sentences} sentences, ${report.articles} short articles and ${traps.total} traps
(${number(score.words)} words in ${Object.keys(score.byLanguage).length} languages). A trap is a text in which words that look
like a name mean something else. The texts were written for this purpose; the figures say what to expect of the
${report.entities} entities and ${number(report.aliases)} names of this release, not of names it does not hold.</p>
</header>
<main>
<section class="figures">${figures.join('')}</section>
${report.below.length === 0 ? '' : `<p class="below">Below the floor: ${report.below.map(escapeText).join('; ')}.</p>`}
${section('By language', ratesTable('Language', languageRows(report)))}
${section('By kind of entity', ratesTable('Kind', Object.entries(score.byKind)))}
${section('By name', nameTable(report))}
${section('Missed', findings(score.misses))}
${section('Wrongly marked', findings(score.wrongMarks))}
</main>
<footer><p>A mark is right when its first letter, its last letter and its entity are the labelled ones. Precision: right marks
of all marks. Recall: marked mentions of all labelled ones. The texts and their labels are in tests/gold.</p></footer>
</body>
</html>
`;
}

/** A row of rates; languages add the traps they hold. */
type RatesRow = readonly [
  string,
  Rates & { readonly traps?: { readonly passed: number; readonly total: number } },
];

function languageRows({ score }: QualityReport): RatesRow[] {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return Object.entries(score.byLanguage)
    .map(([lang, rates]): RatesRow => [names.of(lang) ?? lang, rates])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function figure(label: string, value: number, floor: number, what: string): string {
  const state = value < floor ? 'under' : 'met';
  return figureOf(label, percent(value), `${what} (floor ${percent(floor).replace('.0', '')})`, state);
}

function figureOf(label: string, value: string, what: string, state = ''): string {
  return `<div class="figure ${state}"><h2>${label}</h2><p class="value">${value}</p><p>${what}</p></div>`;
}

function section(title: string, body: string): string {
  return body === '' ? '' : `<section><h2>${title}</h2>${body}</section>`;
}

function ratesTable(first: string, rows: readonly RatesRow[]): string {
  const withTraps = rows.some(([, { traps }]) => traps !== undefined);
  const heads = [
    'Mentions',
    'Precision',
    'Recall',
    'Missed',
    'Wrong',
    ...(withTraps ? ['Traps passed'] : []),
  ];
  const body = rows.map(([name, { right, missed, wrong, precision, recall, traps }]) => {
    const cells = [
      cell(String(right + missed)),
      meter(precision),
      meter(recall),
      cell(String(missed), missed > 0),
      cell(String(wrong), wrong > 0),
      ...(withTraps ? [cell(`${traps?.passed ?? 0} of ${traps?.total ?? 0}`)] : []),
    ];
    return `<tr><th scope="row">${escapeText(name)}</th>${cells.join('')}</tr>`;
  });
  return table([first, ...heads], body);
}

function nameTable({ score }: QualityReport): string {
  const rows = Object.entries(score.byName).map(([entity, words]) => {
    const surfaces = Object.entries(words).map(
      ([text, tally]) => `<span class="word ${wordState(tally)}">${escapeText(text)}${times(tally)}</span>`,
    );
    return `<tr><th scope="row">${escapeText(entity)}</th><td class="words">${surfaces.join(' ')}</td></tr>`;
  });
  const key =
    '<p class="key"><span class="word right">marked as it should be</span> <span class="word missed">missed</span> <span class="word wrong">marked where it should not be</span></p>';
  return rows.length === 0 ? '' : key + table(['Entity', 'As the texts write it'], rows);
}

function wordState({ missed, wrong }: Tally): string {
  return wrong > 0 ? 'wrong' : missed > 0 ? 'missed' : 'right';
}

function times({ right, missed, wrong }: Tally): string {
  const all = right + missed + wrong;
  if (all === 1) return '';
  return missed + wrong === 0 ? ` <small>×${all}</small>` : ` <small>${right} of ${all} right</small>`;
}

function findings(list: readonly Finding[]): string {
  if (list.length === 0) return '';
  const rows = list.map(
    ({ lang, entity, context }) =>
      `<li><bdi lang="${escapeText(lang)}">${escapeText(context)}</bdi> <small>${escapeText(entity)}</small></li>`,
  );
  return `<ul class="findings">${rows.join('')}</ul>`;
}

function table(heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((h) => `<th scope="col">${h}</th>`).join('');
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`;
}

function cell(text: string, marked = false): string {
  return `<td${marked ? ' class="some"' : ''}>${text}</td>`;
}

function meter(value: number): string {
  return `<td><span class="meter" style="--share:${(value * 100).toFixed(1)}%"></span>${percent(value)}</td>`;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function number(value: number): string {
  return value.toLocaleString('en');
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1c2226; --soft: #57626a; --line: #dde2e6; --paper: #fff; --tint: #f4f6f8;
  --good: #1a7f4b; --bad: #b3261e; --warn: #8a5a00; --bar: #2f6fde; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9eb; --soft: #a5afb6; --line: #3b4248; --paper: #1d2226;
  --tint: #262c31; --good: #6fcf97; --bad: #ff8a80; --warn: #ffca6b; --bar: #6d9eef; } }
body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-inline-size: 58rem; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
.over { margin: 0; color: var(--soft); font-size: .9rem; }
h1 { margin: .1rem 0 .75rem; font-size: 1.9rem; line-height: 1.2; letter-spacing: -.01em; }
header p { max-inline-size: 44rem; color: var(--soft); }
section > h2 { margin: 2.5rem 0 .75rem; font-size: 1.15rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: .75rem; margin-block: 1.75rem; }
.figure { padding: 1rem 1.1rem; border: 1px solid var(--line); border-radius: 10px; background: var(--tint); }
.figure h2, .figure p { margin: 0; font-size: .85rem; font-weight: 400; color: var(--soft); }
.figure .value { margin: .1rem 0; font-size: 1.9rem; font-weight: 600; color: var(--ink); font-variant-numeric: tabular-nums; }
.figure.met .value { color: var(--good); }
.figure.under .value { color: var(--bad); }
.below { padding: .75rem 1rem; border-inline-start: 3px solid var(--bad); background: var(--tint); }
.wide { overflow-x: auto; }
table { inline-size: 100%; border-collapse: collapse; font-size: .92rem; font-variant-numeric: tabular-nums; }
th, td { padding: .45rem .7rem .45rem 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { color: var(--soft); font-weight: 400; white-space: nowrap; }
tbody th { font-weight: 500; }
.meter { display: inline-block; inline-size: 4.5rem; block-size: .5rem; margin-inline-end: .6rem; border-radius: 4px;
  background: linear-gradient(to right, var(--bar) var(--share), var(--line) 0); }
.some { color: var(--bad); font-weight: 600; }
.words { line-height: 2; }
.word { padding: .1rem .45rem; border-radius: 6px; background: var(--tint); white-space: nowrap; }
.word small { color: var(--soft); }
.word.missed { color: var(--warn); text-decoration: underline dotted; text-underline-offset: 3px; }
.word.wrong { color: var(--bad); text-decoration: underline wavy; text-underline-offset: 3px; }
.key { font-size: .85rem; }
.findings { padding-inline-start: 1.1rem; }
.findings li { margin-block: .4rem; }
.findings small { color: var(--soft); }
footer { margin-block-start: 3rem; color: var(--soft); font-size: .85rem; }
`;

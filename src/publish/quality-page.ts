/**
 * The quality page of a release: one HTML file that needs nothing else, so that it can lie beside the release on any static
 * host, be mailed, or be opened from a disk. No script, no external resource; colours follow the reader's scheme.
 */
import { percent } from './gold/percent.ts';
import { type Finding, type Rates, share, type Tally } from './gold/score.ts';
import { escapeText, figureOf, htmlPage, number, section, table } from './html-page.ts';
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
  return htmlPage(
    `Sidelight dataset ${report.version}: quality of marking`,
    `<header>
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
of all marks. Recall: marked mentions of all labelled ones. The texts and their labels are in tests/gold.</p></footer>`,
  );
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

function cell(text: string, marked = false): string {
  return `<td${marked ? ' class="some"' : ''}>${text}</td>`;
}

function meter(value: number): string {
  return `<td><span class="meter" style="--share:${(value * 100).toFixed(1)}%"></span>${percent(value)}</td>`;
}

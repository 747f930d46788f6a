/** `dataset -- report`: the state of the dataset on one page. */
import { escapeText, figureOf, htmlPage, number, section, table } from '../html-page.ts';
import { placeMap, relationGraph, timeline } from './pictures.ts';
import { placeName } from './place-name.ts';
import type { DatasetReport } from './report.ts';

const PUBLISHERS_SHOWN = 20;
const PLACES_SHOWN = 20;
const LANGUAGES_SHOWN = 12;
const ROWS_SHOWN = 15;

/** The page. The same report gives the same bytes. */
export function reportPage(report: DatasetReport): string {
  const { stats } = report;
  const figures = [
    figureOf('Entities', number(stats.entities), kinds(stats.kinds)),
    figureOf('Statements', number(stats.statements), `${number(report.drafts)} more are drafts`),
    figureOf(
      'Sources',
      number(stats.sources),
      `${report.publishers.length} publishers, ${Object.keys(stats.languages).length} languages`,
    ),
    figureOf('Relations', number(stats.relations), 'each with its source'),
    figureOf('Names', number(stats.aliases), 'in all languages'),
  ];
  return htmlPage(
    `Sidelight dataset ${stats.version}: report`,
    `<header>
<p class="over">Sidelight dataset ${escapeText(stats.version)}, seen on ${report.today}</p>
<h1>What the dataset holds</h1>
<p>Released content only. Every statement names who says it, when, and the passage that carries it.</p>
</header>
<main>
<section class="figures">${figures.join('')}</section>
${section('Where', placeMap(report.places) + bars(report.places.slice(0, PLACES_SHOWN).map(([code, n]) => [placeName(code), n])))}
${section(
  'When',
  `<p class="key">Grey: the year in which it happened. Blue: the year of its earliest dated source.</p>${timeline(report.years)}`,
)}
${section('Who reports', bars(report.publishers.slice(0, PUBLISHERS_SHOWN)))}
${section('Languages of the sources', languageBars(stats.languages))}
${section('Allegations and replies, by place of the entity', allegations(report))}
${section(
  'How it hangs together',
  `<p class="key"><span class="vendor">vendors</span>, <span class="product">products</span>, <span class="project">projects and programmes</span>, <span class="law">laws, rulings and instruments</span>, <span class="sanction">sanctions</span>, <span class="organisation">organisations, authorities and investigations</span></p>${relationGraph(report)}`,
)}
${section(`Reviews that are due: ${report.stale.length}`, stale(report))}
${section(`Statements that could stand better: ${report.weak.length}`, weak(report))}
</main>
<footer><p>Licence of the dataset: CC BY 4.0. Made by <code>npm run dataset -- report</code>.</p></footer>`,
  );
}

function kinds(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 4)
    .map(([kind, count]) => `${count} ${escapeText(kind)}`)
    .join(', ');
}

function languages(counts: Readonly<Record<string, number>>): [string, number][] {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return Object.entries(counts)
    .map(([code, count]): [string, number] => [names.of(code) ?? code, count])
    .sort(([, a], [, b]) => b - a);
}

/** The rest have a handful each: a row for each of them would be longer than all else on the page. */
function languageBars(counts: Readonly<Record<string, number>>): string {
  const rows = languages(counts);
  const rest = rows.slice(LANGUAGES_SHOWN).map(([name, count]) => `${escapeText(name)} ${count}`);
  const others = rest.length > 0 ? `<p class="key">And ${rest.join(', ')}.</p>` : '';
  return bars(rows.slice(0, LANGUAGES_SHOWN)) + others;
}

function bars(rows: readonly (readonly [string, number])[]): string {
  const most = Math.max(1, ...rows.map(([, count]) => count));
  const cells = rows.map(
    ([label, count]) =>
      `<span>${escapeText(label)} <small>${number(count)}</small></span><span class="bar" style="--share:${((count / most) * 100).toFixed(1)}%"></span>`,
  );
  return `<div class="bars">${cells.join('')}</div>`;
}

function allegations({ allegations: rows }: DatasetReport): string {
  if (rows.length === 0) return '';
  return folded(
    rows.length,
    ['Place', 'Allegations', 'With a reply', 'Reply searched for, none found'],
    rows.map(
      ({ place, all, answered, searched }) =>
        `<tr><th scope="row">${escapeText(placeName(place))}</th><td>${all}</td><td>${answered}</td><td>${searched}</td></tr>`,
    ),
  );
}

function stale({ stale: rows }: DatasetReport): string {
  return rows.length === 0
    ? '<p>None.</p>'
    : folded(
        rows.length,
        ['Entity', 'Last review', 'Days overdue'],
        rows.map(
          ({ id, reviewed, days }) =>
            `<tr><th scope="row">${escapeText(id)}</th><td>${reviewed}</td><td>${days}</td></tr>`,
        ),
      );
}

/** A table that would push the rest off the page is opened by whoever wants it. */
function folded(length: number, heads: readonly string[], rows: readonly string[]): string {
  const whole = table(heads, rows);
  return length <= ROWS_SHOWN ? whole : `<details><summary>Show all ${length}</summary>${whole}</details>`;
}

function weak({ weak: rows }: DatasetReport): string {
  if (rows.length === 0) return '<p>None.</p>';
  const items = rows.map(({ id, why }) => `<li>${escapeText(id)} <small>${escapeText(why)}</small></li>`);
  return `<details><summary>Show</summary><ul class="columns">${items.join('')}</ul></details>`;
}

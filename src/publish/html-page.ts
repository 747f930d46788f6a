/** A page that needs nothing else: what the quality page and the dataset report have in common. */

/** The whole document around `body`. No script, no external resource; colours follow the reader's scheme. */
export function htmlPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeText(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

export function figureOf(label: string, value: string, what: string, state = ''): string {
  return `<div class="figure ${state}"><h2>${label}</h2><p class="value">${value}</p><p>${what}</p></div>`;
}

/** Nothing at all where there is no body. */
export function section(title: string, body: string): string {
  return body === '' ? '' : `<section><h2>${title}</h2>${body}</section>`;
}

export function table(heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((h) => `<th scope="col">${h}</th>`).join('');
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`;
}

export function number(value: number): string {
  return value.toLocaleString('en');
}

export function escapeText(text: string): string {
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
.map .grid path { stroke: var(--line); fill: none; }
.map circle { fill: var(--bar); fill-opacity: .45; stroke: var(--bar); }
.map text, .graph text, .timeline text { fill: var(--ink); font-size: 11px; text-anchor: middle; }
.timeline .happened { fill: var(--soft); fill-opacity: .55; }
.timeline .known { fill: var(--bar); }
.graph .edges path { stroke: var(--soft); stroke-opacity: .35; stroke-width: .8; fill: none; }
.graph circle { fill: var(--soft); stroke: var(--paper); }
.graph text { font-size: inherit; paint-order: stroke; stroke: var(--paper); stroke-width: 2px; }
.graph .vendor, .key .vendor { fill: #b3541e; color: #b3541e; }
.graph .product, .key .product { fill: #d9932f; color: #d9932f; }
.graph .project, .graph .programme, .key .project { fill: #2f6fde; color: #2f6fde; }
.graph .law, .graph .ruling, .graph .instrument, .key .law { fill: #1a7f4b; color: #1a7f4b; }
.graph .sanction, .key .sanction { fill: #b3261e; color: #b3261e; }
.graph .organisation, .graph .authority, .graph .investigation, .key .organisation { fill: #7a56b8; color: #7a56b8; }
svg { inline-size: 100%; block-size: auto; }
.bars { display: grid; grid-template-columns: minmax(9rem, max-content) 1fr; gap: .25rem .8rem; align-items: center; font-size: .92rem; }
.bars .bar { block-size: .7rem; border-radius: 3px; background: var(--bar); inline-size: var(--share); min-inline-size: 2px; }
.columns { columns: 18rem; font-size: .85rem; padding-inline-start: 1.1rem; }
.columns li { break-inside: avoid; }
`;

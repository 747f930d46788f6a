/** One report of a run: each figure that has a budget beside it, as data and as a picture. */
import { type Budget, FIGURES, WEIGHTS } from '../../tests/house/budgets.ts';

export interface Line extends Budget {
  /** How much slower this machine was, by the budget's yardstick, than the one that the budget was set on; null where there is none. */
  readonly slower: number | null;
  /** Null when this run did not measure it. */
  readonly value: number | null;
  readonly kept: boolean | null;
  /** How much of its budget the figure takes: 1 is all of it, also where a budget asks for at least so much. */
  readonly share: number | null;
}

export interface Report {
  readonly lines: readonly Line[];
  /** Everything that was measured, as it came. */
  readonly figures: Readonly<Record<string, unknown>>;
}

/** @param figures section → what it measured, as `npm run bench -- --json` prints it */
export function makeReport(figures: Readonly<Record<string, unknown>>): Report {
  const weights = Object.entries(WEIGHTS).map(([file, most]): [Budget, unknown] => [
    { figure: `sizes.files/${file}`, most, unit: 'B', about: `${file}, gzipped` },
    at(at(figures, ['sizes', 'files']), [file]),
  ]);
  const budgets = FIGURES.map((budget): [Budget, unknown] => [budget, at(figures, budget.figure.split('.'))]);
  const lines = [...budgets, ...weights].map(([budget, value]) =>
    line(budget, value, slower(budget, figures)),
  );
  return { lines, figures };
}

/** Null without a yardstick, or when this run did not take it. */
function slower({ yardstick }: Budget, figures: Readonly<Record<string, unknown>>): number | null {
  const now = yardstick ? at(figures, yardstick.figure.split('.')) : null;
  return yardstick && typeof now === 'number' && now > 0 ? now / yardstick.was : null;
}

function line(budget: Budget, found: unknown, slower: number | null): Line {
  if (typeof found !== 'number' || Number.isNaN(found))
    return { ...budget, slower, value: null, kept: null, share: null };
  const most = budget.most === undefined ? undefined : budget.most * (slower ?? 1);
  const { least } = budget;
  const kept = (most === undefined || found <= most) && (least === undefined || found >= least);
  const share = most !== undefined ? part(found, most) : least !== undefined ? part(least, found) : 0;
  return { ...budget, slower, value: found, kept, share };
}

/** Nothing of nothing is nothing; something of nothing is too much. */
function part(of: number, whole: number): number {
  return of === 0 ? 0 : whole === 0 ? Number.POSITIVE_INFINITY : of / whole;
}

function at(value: unknown, way: readonly string[]): unknown {
  return way.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? (inner as Readonly<Record<string, unknown>>)[key]
        : undefined,
    value,
  );
}

const ROW = 26;
const TOP = 44;
const BAR = { left: 470, width: 300 };
const WIDTH = 960;

/** The report as an SVG document: a bar for each figure, as long as what it takes of its budget; the line is the budget. */
export function drawReport({ lines }: Report, title: string): string {
  const height = TOP + lines.length * ROW + 16;
  const rows = lines.map((entry, i) => row(entry, TOP + i * ROW));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="13" fill="#1b2126">
<title>${escaped(title)}</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="16" y="26" font-weight="600" font-size="15">${escaped(title)}</text>
${rows.join('\n')}
<line x1="${BAR.left + BAR.width}" y1="${TOP - 8}" x2="${BAR.left + BAR.width}" y2="${height - 12}" stroke="#1b2126" stroke-dasharray="3 3"/>
</svg>
`;
}

/** Colour alone tells nothing: a figure over its budget says so in words. */
function row({ about, value, kept, share, most, least, unit, slower }: Line, y: number): string {
  const times = slower === null ? '' : ` × ${written(slower, '')}`;
  const bound = most !== undefined ? `≤ ${written(most, unit)}${times}` : `≥ ${written(least ?? 0, unit)}`;
  const said = value === null ? 'not measured' : `${written(value, unit)} (${bound})${kept ? '' : ', over'}`;
  const length = share === null ? 0 : Math.min(BAR.width * share, BAR.width + 20);
  const colour = kept === false ? '#a3221a' : '#2563c9';
  return `<text x="16" y="${y + 14}"${value === null ? ' fill="#707b84"' : ''}>${escaped(about)}</text>
<rect x="${BAR.left}" y="${y + 2}" width="${length.toFixed(1)}" height="16" rx="2" fill="${colour}"/>
<text x="${BAR.left + BAR.width + 28}" y="${y + 14}"${value === null ? ' fill="#707b84"' : ''}>${escaped(said)}</text>`;
}

function written(value: number, unit: string): string {
  if (unit === 'B' && value >= 1024) return `${(value / 1024).toFixed(1)} kB`;
  const number = Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
  return `${number}${unit === '' || unit === '×' ? unit : ` ${unit}`}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

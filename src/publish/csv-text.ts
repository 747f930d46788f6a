/** Reads CSV (RFC 4180): quoted cells, doubled quotes, line breaks inside quotes, either line ending, a byte order mark. */
export interface CsvRow {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** True where a quote is opened and never closed: this row and all below it cannot be told apart. */
  readonly isOpen?: boolean;
}

/** Rows in order; empty lines are left out. A row with a quote that is never closed is the last. */
export function parseCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  const cellOf = /("(?:[^"]|"")*"?|[^,\r\n]*)(,|\r?\n|\r|$)/y;
  let line = 1;
  let begin = 1;
  let cells: string[] = [];
  cellOf.lastIndex = text.startsWith('\ufeff') ? 1 : 0;
  while (cellOf.lastIndex < text.length || cells.length > 0) {
    const match = cellOf.exec(text);
    if (!match) break;
    const [, raw = '', after = ''] = match;
    if (/^"(?:[^"]|"")*$/.test(raw)) {
      rows.push({ line: begin, cells, isOpen: true });
      break;
    }
    cells.push(raw.startsWith('"') ? raw.replace(/^"|"$/g, '').replaceAll('""', '"') : raw);
    line += raw.split('\n').length - 1;
    if (after === ',') continue;
    if (cells.some((cell) => cell !== '')) rows.push({ line: begin, cells });
    cells = [];
    line++;
    begin = line;
    if (after === '') break;
  }
  return rows;
}

/**
 * `dataset -- import`: candidate lists (CSV, FollowTheMoney JSON lines) become candidate files, one for each name.
 * A candidate is a name worth looking into. It has no statements, so nothing of it can reach a release: a maintainer turns
 * it into a record, with sources, or throws it away.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type CandidateRecord, candidateSchema } from '../core/dataset/record.ts';
import type { Kind } from '../core/dataset/vocabulary.ts';
import { fold } from '../core/text/fold.ts';
import { parseCsv } from './csv-text.ts';
import type { LoadedDataset } from './load.ts';
import { issueWords } from './schema-problem.ts';

export interface ImportOutcome {
  /** Files written, by id. */
  readonly written: readonly string[];
  /** Rows left out, and why: line of the file and reason. */
  readonly skipped: readonly { readonly line: number; readonly reason: string }[];
}

const KIND_OF_SCHEMA: Readonly<Record<string, Kind>> = {
  Company: 'vendor',
  Organization: 'organisation',
  LegalEntity: 'vendor',
  PublicBody: 'authority',
  Project: 'project',
  Asset: 'product',
};

interface Row {
  readonly line: number;
  readonly name: string;
  readonly kind: string;
  readonly places: readonly string[];
  readonly aliases: readonly string[];
  readonly links: readonly string[];
}

/** Reads `text` (CSV with a `name` column, or FollowTheMoney lines) and writes candidates below `root`. */
export function importCandidates(
  dataset: LoadedDataset,
  root: string,
  text: string,
  origin: string,
): ImportOutcome {
  const rows = text.trimStart().startsWith('{') ? followTheMoneyRows(text) : csvRows(text);
  const known = new Map(
    dataset.entities.flatMap(({ record }) =>
      [record.name, ...record.aliases.map((a) => a.text)].map((name): [string, string] => [
        fold(name),
        record.id,
      ]),
    ),
  );
  const written: string[] = [];
  const skipped: { line: number; reason: string }[] = [];
  const folder = join(root, 'candidates');
  for (const row of rows) {
    if ('reason' in row) {
      skipped.push(row);
      continue;
    }
    const problem = addCandidate(row);
    if (problem) skipped.push({ line: row.line, reason: problem });
  }
  return { written, skipped };

  function addCandidate(row: Row): string | null {
    const owner = [row.name, ...row.aliases].map((name) => known.get(fold(name))).find(Boolean);
    if (owner) return `${row.name} is already an entity: ${owner}`;
    const id = slug(row.name);
    const file = join(folder, `${id}.yaml`);
    if (existsSync(file)) return `${row.name} is already a candidate: ${id}`;
    const candidate: CandidateRecord = {
      candidate: true,
      id,
      kind: row.kind as Kind,
      name: row.name,
      places: [...row.places],
      aliases: [...row.aliases],
      links: [...row.links],
      origin,
      missing: ['statements with sources'],
    };
    const checked = candidateSchema.safeParse(candidate);
    if (!checked.success) {
      const [issue] = checked.error.issues;
      return issue ? `${issue.path.join('.')}: ${issueWords(issue)}` : 'not usable';
    }
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, stringify(checked.data));
    written.push(id);
    return null;
  }
}

type RowOrSkip = Row | { readonly line: number; readonly reason: string };

function csvRows(text: string): RowOrSkip[] {
  const [head, ...rows] = parseCsv(text);
  // Spreadsheets put headings in capitals.
  const names = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  if (!names.includes('name'))
    return [
      {
        line: 1,
        reason: 'the first line names no column "name" (commas stand between columns, not semicolons)',
      },
    ];
  const column = (cells: readonly string[], name: string) => cells[names.indexOf(name)]?.trim() ?? '';
  return rows.map(({ line, cells, isOpen }): RowOrSkip => {
    if (isOpen) return { line, reason: 'a quote is opened and never closed: nothing from here on is read' };
    const name = column(cells, 'name');
    if (name === '') return { line, reason: 'no name' };
    return {
      line,
      name,
      kind: column(cells, 'kind') || 'vendor',
      places: list(column(cells, 'places')).map((place) => place.toUpperCase()),
      aliases: list(column(cells, 'aliases')),
      links: list(column(cells, 'links')),
    };
  });
}

function followTheMoneyRows(text: string): RowOrSkip[] {
  return text.split('\n').flatMap((source, i): RowOrSkip[] => {
    const line = i + 1;
    if (source.trim() === '') return [];
    try {
      const { schema, properties } = JSON.parse(source);
      if (schema === 'Person') return [{ line, reason: 'a person: people are never entities' }];
      const kind = KIND_OF_SCHEMA[schema];
      const name = properties?.name?.[0];
      if (!kind || typeof name !== 'string')
        return [{ line, reason: `the schema ${schema} is not one that becomes an entity` }];
      const values = (key: string): string[] =>
        (properties[key] ?? []).filter((value: unknown) => typeof value === 'string');
      return [
        {
          line,
          name,
          kind,
          places: values('country').map((place) => place.toUpperCase()),
          aliases: [...values('alias'), ...values('weakAlias')],
          links: values('sourceUrl'),
        },
      ];
    } catch {
      return [{ line, reason: 'not JSON' }];
    }
  });
}

function list(cell: string): string[] {
  return cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** An id from a name: lower-case Latin letters and digits. Names in other scripts get a number that stays the same. */
function slug(name: string): string {
  const words = fold(name).match(/[a-z0-9]+/g);
  if (words) return words.join('-').slice(0, 80).replace(/-+$/, '');
  const sum = [...fold(name)].reduce((hash, c) => (Math.imul(hash, 31) + (c.codePointAt(0) ?? 0)) >>> 0, 7);
  return `candidate-${sum.toString(36)}`;
}

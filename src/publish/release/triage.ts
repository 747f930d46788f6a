/**
 * Triage: readers' correction files become draft changes, one file for each change in `corrections/`. The same proposal from
 * ten readers is one change that ten readers ask for. Nothing of it is released: a maintainer reads the source and edits the record.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Release, ReleaseStatement } from '../../core/dataset/release.ts';
import { compileDataset } from '../compile.ts';
import { type CorrectionFile, readCorrectionFile } from './correction-file.ts';

export interface Triage {
  /** Draft changes that are new. */
  readonly written: readonly string[];
  /** Files that ask for what a draft change asks for already. */
  readonly repeated: readonly { readonly file: string; readonly change: string }[];
  readonly refused: readonly { readonly file: string; readonly reason: string }[];
}

interface DraftChange {
  correction: true;
  entity: string;
  statement: string | null;
  /** What the record says now. */
  current: string | null;
  /** True when the reader saw another text than that. */
  changedSince: boolean;
  proposed: string;
  /** Ready to be pasted into the record once it has been read; null when the reader named none. */
  source: { url: string; title: null; publisher: string; published: null; read: null } | null;
  seenIn: string[];
  readers: number;
  received: string;
  missing: string[];
}

/**
 * Sorts the files (told by the names they are given under), and writes the draft changes below `root`. `own` is the id under which readers add this dataset, null
 * while it has no keys: what is about another added dataset is not for this desk.
 */
export function triage(
  root: string,
  files: readonly string[],
  today: string,
  own: string | null = null,
): Triage {
  const release = compileDataset(root);
  const folder = join(root, 'corrections');
  const written: string[] = [];
  const repeated: { file: string; change: string }[] = [];
  const refused: { file: string; reason: string }[] = [];
  for (const file of files) {
    const correction = readCorrectionFile(file);
    const draft =
      typeof correction === 'string'
        ? correction
        : (misdirected(correction, own) ?? draftOf(release, correction, today));
    if (typeof draft === 'string') {
      refused.push({ file, reason: draft });
      continue;
    }
    const name = nameOf(draft);
    const path = join(folder, name);
    mkdirSync(folder, { recursive: true });
    if (existsSync(path)) {
      // Made by this command, or kept by hand in its form.
      const known = parse(readFileSync(path, 'utf8')) as DraftChange;
      const seenIn = [...new Set([...known.seenIn, ...draft.seenIn])].sort();
      writeFileSync(
        path,
        stringify({ ...known, source: known.source ?? draft.source, seenIn, readers: known.readers + 1 }),
      );
      repeated.push({ file, change: name });
    } else {
      writeFileSync(path, stringify(draft));
      written.push(name);
    }
  }
  return { written, repeated, refused };
}

export function describeTriage({ written, repeated, refused }: Triage): string {
  return [
    ...written.map((name) => `corrections/${name}`),
    ...repeated.map(({ file, change }) => `${file}: asks for corrections/${change} too`),
    ...refused.map(({ file, reason }) => `${file}: refused: ${reason}`),
    `${written.length} new, ${repeated.length} repeated, ${refused.length} refused`,
  ].join('\n');
}

function misdirected({ dataset }: CorrectionFile, own: string | null): string | null {
  if (dataset === undefined || dataset === own) return null;
  return `is about the dataset ${dataset}; this one is ${own ?? 'not published yet'}`;
}

/** The change that the correction asks for, or why it cannot be one. */
function draftOf(release: Release, correction: CorrectionFile, today: string): DraftChange | string {
  const id = release.redirects[correction.entity] ?? correction.entity;
  const entity = release.entities.find((e) => e.id === id);
  if (!entity) {
    const gone = release.withdrawn?.find((w) => w.id === correction.entity);
    return gone ? `${gone.id} was withdrawn on ${gone.on}` : `there is no entity ${correction.entity}`;
  }
  const statement = statementOf(release, correction.statement);
  if (typeof statement === 'string') return statement;
  const current = statement?.text.en ?? null;
  const said = [...Object.values(statement?.text ?? {}), entity.summary.en].filter((t) => t !== undefined);
  if (said.some((text) => plain(text) === plain(correction.proposedChange)))
    return 'the record says that already';
  const { source, proposedChange, text, datasetVersion } = correction;
  return {
    correction: true,
    entity: id,
    statement: correction.statement,
    current,
    changedSince: text !== null && current !== null && plain(text) !== plain(current),
    proposed: proposedChange,
    source:
      source === null
        ? null
        : { url: source, title: null, publisher: new URL(source).hostname, published: null, read: null },
    seenIn: [datasetVersion],
    readers: 1,
    received: today,
    missing: [
      ...(source === null ? ['a source'] : ['the source is read, and its passage found']),
      'what the record is to say, in our own words',
    ],
  };
}

function statementOf(release: Release, id: string | null): ReleaseStatement | null | string {
  if (id === null) return null;
  const statement = release.statements.find((s) => s.id === id);
  if (statement) return statement;
  const gone = release.withdrawn?.find((w) => w.id === id);
  return gone ? `${id} was withdrawn on ${gone.on}` : `there is no statement ${id}`;
}

/** Two files ask for the same when they speak of the same place in the same words, whatever the case and spacing. */
function nameOf({ entity, statement, proposed }: DraftChange): string {
  const hash = createHash('sha256')
    .update(`${statement ?? entity}\n${plain(proposed)}`)
    .digest('hex');
  return `${entity}-${hash.slice(0, 8)}.yaml`;
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}

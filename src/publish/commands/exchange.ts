/** Commands that bring a dataset to other programs, and lists of theirs in as candidates. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Release } from '../../core/dataset/release.ts';
import { readTextFile } from '../arguments.ts';
import { compileDataset } from '../compile.ts';
import { toCsv } from '../export/csv.ts';
import { toFollowTheMoney } from '../export/ftm.ts';
import { toJsonLd } from '../export/json-ld.ts';
import { importCandidates } from '../import.ts';
import { loadDataset } from '../load.ts';
import { CommandError, UsageError } from '../problem.ts';
import { print, type Values } from './command.ts';

export function exportAs(_: readonly string[], { root, format: wanted, out }: Values): number {
  const formats = wanted.split(',');
  const writers: Record<string, (release: Release) => Record<string, string>> = {
    ftm: (release) => ({ 'sidelight.ftm.json': toFollowTheMoney(release) }),
    jsonld: (release) => ({ 'sidelight.jsonld': toJsonLd(release) }),
    csv: toCsv,
  };
  const unknown = formats.filter((format) => !Object.hasOwn(writers, format));
  if (unknown.length > 0)
    throw new UsageError(
      `no such format: ${unknown.map((format) => format || '(none)').join(', ')}; there are ${Object.keys(writers).join(', ')}`,
    );
  const release = compileDataset(resolve(root));
  const folder = resolve(out ?? 'export');
  mkdirSync(folder, { recursive: true });
  for (const format of formats) {
    for (const [name, text] of Object.entries(writers[format]?.(release) ?? {})) {
      writeFileSync(join(folder, name), text);
      console.log(join(folder, name));
    }
  }
  return 0;
}

export function importFile([file = '']: readonly string[], { root, json }: Values): number {
  const text = readTextFile(file);
  const outcome = importCandidates(loadDataset(resolve(root)), resolve(root), text, basename(file));
  if (outcome.written.length === 0 && outcome.skipped.length === 0)
    throw new CommandError(`${file} holds no rows: nothing was imported`);
  if (json) print(outcome);
  else {
    for (const id of outcome.written) console.log(`candidates/${id}.yaml`);
    for (const { line, reason } of outcome.skipped) console.log(`${file}:${line}  left out: ${reason}`);
    console.log(`${outcome.written.length} candidates, ${outcome.skipped.length} rows left out`);
  }
  return outcome.written.length === 0 ? 1 : 0;
}

/** Commands that show what a dataset holds. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Release, releaseSchema } from '../../core/dataset/release.ts';
import { expectDataset, readTextFile } from '../arguments.ts';
import { compileDataset } from '../compile.ts';
import { describeDiff, diffReleases } from '../diff.ts';
import { CommandError } from '../problem.ts';
import { recordJsonSchema } from '../record-schema.ts';
import { releaseStats } from '../stats.ts';
import { print, type Values } from './command.ts';

export function list(_: readonly string[], { root, json }: Values): number {
  const release = compileDataset(resolve(root));
  const rows = release.entities.map(({ id, name, kind }) => ({
    id,
    name,
    kind,
    aliases: [...new Set(release.aliases.filter((a) => a.entity === id).map((a) => a.text))],
  }));
  if (json) print(rows);
  else for (const row of rows) console.log(`${row.id.padEnd(40)} ${row.kind.padEnd(14)} ${row.name}`);
  return 0;
}

export function stats(_: readonly string[], { root }: Values): number {
  print(releaseStats(compileDataset(resolve(root))));
  return 0;
}

export function show([id = '']: readonly string[], { root }: Values): number {
  const release = compileDataset(resolve(root));
  const target = release.redirects[id] ?? id;
  const entity = release.entities.find((e) => e.id === target);
  if (!entity) throw new CommandError(`there is no entity ${id}`);
  print({
    ...entity,
    aliases: release.aliases.filter((a) => a.entity === entity.id),
    statements: release.statements.filter((s) => s.about.includes(entity.id)),
    sources: release.sources.filter((s) => s.id.startsWith(`${entity.id}/`)),
  });
  return 0;
}

export function schema(): number {
  process.stdout.write(recordJsonSchema());
  return 0;
}

export function diff([a = '', b = '']: readonly string[], { json }: Values): number {
  const result = diffReleases(readRelease(a), readRelease(b));
  if (json) print(result);
  else console.log(describeDiff(result));
  return 0;
}

/** A dataset's folder is compiled; a file is read as a release. */
function readRelease(path: string): Release {
  if (!existsSync(path)) throw new CommandError(`there is no folder or file ${path}`);
  if (statSync(path).isDirectory()) return compileDataset(expectDataset(resolve(path)));
  const parsed = releaseSchema().safeParse(parseJson(readTextFile(path), path));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CommandError(`${path} is not a release: ${issue?.path.join('.')}: ${issue?.message}`);
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandError(`${path} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

/** A proposed name or record, put beside a release so that its effect can be foreseen before anything is merged. */
import type { EntityRecord } from '../core/dataset/record.ts';
import { recordSchema } from '../core/dataset/record.ts';
import type { Release, ReleaseAlias } from '../core/dataset/release.ts';
import { compileAliases } from './compile.ts';
import { plainAlias } from './plain-alias.ts';
import { formatProblem } from './problem.ts';
import { schemaProblems } from './schema-problem.ts';
import { readYamlFile } from './yaml-file.ts';

export interface Proposal {
  /** The release without the proposed names, but with their entity. */
  readonly release: Release;
  readonly aliases: readonly ReleaseAlias[];
}

/** One more name for an entity, without rules of its own; a string says what is wrong. */
export function proposeAlias(release: Release, entity: string, text: string): Proposal | string {
  if (!release.entities.some((e) => e.id === entity)) return `there is no entity ${entity}`;
  if (!/[\p{L}\p{N}]/u.test(text)) return `the name “${text}” has no letters`;
  return {
    release,
    aliases: [plainAlias(entity, text)],
  };
}

/** A record in a file, new or in place of the one with its id; a string says what is wrong with it. */
export function proposeRecord(release: Release, path: string): Proposal | string {
  const yaml = readYamlFile(path, path);
  if (Array.isArray(yaml)) return yaml.map(formatProblem).join('\n');
  const parsed = recordSchema.safeParse(yaml.value);
  if (!parsed.success)
    return schemaProblems(yaml, recordSchema, parsed.error.issues).map(formatProblem).join('\n');
  const { id, kind, name, summary, places, reviewed }: EntityRecord = parsed.data;
  const entity = { id, kind, name, summary, places, reviewed, states: [], relations: [], withheld: 0 };
  const others = release.entities.filter((e) => e.id !== id);
  return {
    release: {
      ...release,
      entities: [...others, entity],
      aliases: release.aliases.filter((a) => a.entity !== id),
    },
    aliases: compileAliases(parsed.data),
  };
}

/**
 * Joins what linking needs of several datasets. The core dataset comes first, then those that the reader added, in the order
 * in which they were added; a name belongs to the first that has it, so that no later one can take a name over: neither the
 * same, nor by a longer one around it, which would otherwise win where both are read.
 */
import { type LinkEntity, outerAlias, outerEntity, outerId } from '../core/dataset/namespace.ts';
import type { ReleaseAlias, ReleaseCue } from '../core/dataset/release.ts';
import type { LinkSource } from '../core/linking/rules.ts';
import { fold } from '../core/text/fold.ts';
import type { NameConflict } from '../messages/name-conflict.ts';

export interface DatasetNames {
  /** Null for core. */
  readonly dataset: string | null;
  readonly version: string;
  readonly entities: readonly LinkEntity[];
  readonly aliases: readonly ReleaseAlias[];
  readonly cues: readonly ReleaseCue[];
}

/** Names between two pauses. */
const STEP = 250;

export interface MergedNames {
  readonly source: LinkSource;
  /** Names that datasets have in common with earlier ones, by dataset. */
  readonly conflicts: ReadonlyMap<string, readonly NameConflict[]>;
}

/** `pause` lets other work in between. */
export async function mergeNames(
  datasets: readonly DatasetNames[],
  pause: () => Promise<void>,
): Promise<MergedNames> {
  const owners = new Map<string, string>();
  const conflicts = new Map<string, NameConflict[]>();
  const aliases: ReleaseAlias[] = [];
  for (const { dataset, aliases: names } of datasets) {
    const own: [string, string][] = [];
    for (const [i, name] of names.entries()) {
      if (i % STEP === STEP - 1) await pause();
      const alias = outerAlias(dataset, name);
      const folded = fold(alias.text);
      const owner = ownerWithin(folded, owners);
      if (owner === undefined) {
        aliases.push(alias);
        own.push([folded, alias.entity]);
      } else if (dataset !== null) {
        const list = conflicts.get(dataset) ?? [];
        if (!list.some((c) => c.kept === owner && c.ours === alias.entity))
          list.push({ name: alias.text, kept: owner, ours: alias.entity });
        conflicts.set(dataset, list);
      }
    }
    // Only now: inside one dataset several entities may share a name, and say what tells them apart.
    for (const [folded, entity] of own) if (!owners.has(folded)) owners.set(folded, entity);
  }
  const entities: LinkEntity[] = [];
  for (const { dataset, entities: inner } of datasets) {
    for (const [i, entity] of inner.entries()) {
      if (i % STEP === STEP - 1) await pause();
      entities.push(outerEntity(dataset, entity));
    }
  }
  return {
    source: {
      version: datasets[0]?.version ?? '',
      entities,
      aliases,
      cues: datasets.flatMap(({ dataset, cues }) =>
        cues.map((cue) => ({ ...cue, id: outerId(dataset, cue.id) })),
      ),
    },
    conflicts,
  };
}

/** Who owns the name, or any run of words inside it. */
function ownerWithin(folded: string, owners: ReadonlyMap<string, string>): string | undefined {
  const words = folded.split(' ');
  for (let from = 0; from < words.length; from++) {
    for (let to = words.length; to > from; to--) {
      const owner = owners.get(words.slice(from, to).join(' '));
      if (owner !== undefined) return owner;
    }
  }
  return undefined;
}

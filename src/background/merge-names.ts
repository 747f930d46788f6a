/**
 * Who keeps a name when several datasets have it. The core dataset comes first, then those that the reader added, in the order
 * in which they were added; a name belongs to the first that has it, so that no later one can take a name over: neither the
 * same, nor by a longer one around it, which would otherwise win where both are read.
 */
import type { ReleaseAlias } from '../core/dataset/release.ts';
import { fold } from '../core/text/fold.ts';
import type { NameConflict } from '../messages/name-conflict.ts';

export interface NameOwners {
  /** Begins a dataset (null: core). `isLast`: none comes after it. */
  next(dataset: string | null, isLast: boolean): void;
  /** False for a name that an earlier dataset keeps. Entities' ids are those of the outside. */
  mayHave(alias: ReleaseAlias): boolean;
  /** Names that datasets have in common with earlier ones, by dataset. */
  readonly conflicts: ReadonlyMap<string, readonly NameConflict[]>;
}

export function createNameOwners(): NameOwners {
  const owners = new Map<string, string>();
  const conflicts = new Map<string, NameConflict[]>();
  let dataset: string | null = null;
  let isLast = true;
  /** Names of this dataset and their entities: inside one several may share a name, and say what tells them apart. */
  let own: string[] = [];
  return {
    conflicts,
    next(id, last) {
      for (let i = 0; i < own.length; i += 2) {
        const folded = own[i] as string;
        if (!owners.has(folded)) owners.set(folded, own[i + 1] as string);
      }
      own = [];
      dataset = id;
      isLast = last;
    },
    mayHave({ text, entity }) {
      if (owners.size === 0 && isLast) return true;
      const folded = fold(text);
      const owner = ownerWithin(folded, owners);
      if (owner === undefined) {
        if (!isLast) own.push(folded, entity);
        return true;
      }
      if (dataset !== null) {
        const list = conflicts.get(dataset) ?? [];
        if (!list.some((c) => c.kept === owner && c.ours === entity))
          list.push({ name: text, kept: owner, ours: entity });
        conflicts.set(dataset, list);
      }
      return false;
    },
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

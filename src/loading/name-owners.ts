/**
 * Who keeps a name when several datasets have it. The core dataset comes first, then those that the reader added, in the order
 * in which they were added; a name belongs to the first that has it, so that no later one can take a name over: neither the
 * same, nor by a longer one around it, which would otherwise win where both are read.
 */
import type { ReleaseAlias } from '../core/dataset/release.ts';
import { growingInt32, growingUint8 } from '../core/linking/growing.ts';
import { createStringPoolBuilder } from '../core/linking/string-pool.ts';
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
  /** Names, each with the place of its dataset and the number of its first entity. */
  const names = createStringPoolBuilder();
  const datasets = growingUint8();
  const owners = growingInt32();
  const entities = createStringPoolBuilder();
  const conflicts = new Map<string, NameConflict[]>();
  let dataset: string | null = null;
  let place = -1;
  let isLast = true;
  /** Who owns the name, or any run of words inside it, in an earlier dataset: inside one, what tells them apart is said. */
  const ownerWithin = (folded: string): string | null => {
    const words = folded.split(' ');
    for (let from = 0; from < words.length; from++) {
      for (let to = words.length; to > from; to--) {
        const name = names.find(words.slice(from, to).join(' '));
        if (name >= 0 && datasets.get(name) < place) return entities.read(owners.get(name));
      }
    }
    return null;
  };
  return {
    conflicts,
    next(id, last) {
      dataset = id;
      isLast = last;
      place++;
    },
    mayHave({ text, entity }) {
      if (names.size() === 0 && isLast) return true;
      const folded = fold(text);
      const owner = ownerWithin(folded);
      if (owner === null) {
        if (!isLast && names.number(folded) === datasets.length) {
          datasets.push(place);
          owners.push(entities.number(entity));
        }
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

/** The segments that notes stand in: sealed ones and one that takes what is new; a note that was changed is dead where it was. */
import type { Annotation } from '../../core/annotation/annotation.ts';
import { buildSegment, type Segment } from './segment.ts';

export interface Part {
  readonly key: string;
  readonly segment: Segment;
  /** 1 where the note is as it stands here, 0 where it was changed or removed since. */
  readonly alive: Uint8Array;
}

export interface Parts {
  all(): readonly Part[];
  /** Puts notes in, or in the place of what was there under their ids. */
  put(notes: readonly Annotation[]): void;
  remove(ids: readonly string[]): void;
  readonly size: number;
  has(id: string): boolean;
  /** Every id that is alive. */
  ids(): IterableIterator<string>;
  /** Segments that will not change any more, for storing; their keys stay the same. */
  sealed(): ReadonlyMap<string, Segment>;
  /** Takes over stored segments; places of ids that are not in `alive` are dead. */
  load(segments: ReadonlyMap<string, Segment>, alive: ReadonlySet<string>): void;
  clear(): void;
}

/** Notes in the newest segment before it is sealed: it is built anew with every change. */
const SEAL_AT = 256;
const SEALED_SIZE = 4000;

export function createParts(): Parts {
  let parts: Part[] = [];
  /** Notes of the newest segment. */
  let fresh = new Map<string, Annotation>();
  let newest: Part | null = null;
  let where = new Map<string, { part: Part; at: number }>();
  let nextKey = 1;

  const bury = (id: string) => {
    const place = where.get(id);
    if (!place) return;
    place.part.alive[place.at] = 0;
    where.delete(id);
  };
  const adopt = (part: Part) => {
    part.segment.ids.forEach((id, at) => {
      if (part.alive[at]) where.set(id, { part, at });
    });
  };
  const partOf = (key: string, notes: readonly Annotation[]): Part => {
    const part = { key, segment: buildSegment(notes), alive: new Uint8Array(notes.length).fill(1) };
    adopt(part);
    return part;
  };
  const rebuildNewest = () => {
    newest = partOf('new', [...fresh.values()]);
  };
  const clear = () => {
    parts = [];
    fresh = new Map();
    newest = null;
    where = new Map();
  };

  return {
    all: () => (newest ? [...parts, newest] : parts),
    put(notes) {
      for (const { id } of notes) bury(id);
      for (const note of notes) fresh.set(note.id, note);
      while (fresh.size >= SEAL_AT) {
        const batch = [...fresh.values()].slice(0, SEALED_SIZE);
        for (const { id } of batch) fresh.delete(id);
        parts.push(partOf(`s${nextKey++}`, batch));
      }
      rebuildNewest();
    },
    remove(ids) {
      for (const id of ids) {
        bury(id);
        fresh.delete(id);
      }
      rebuildNewest();
    },
    get size() {
      return where.size;
    },
    has: (id) => where.has(id),
    ids: () => where.keys(),
    sealed: () => new Map(parts.map(({ key, segment }) => [key, segment])),
    load(segments, alive) {
      clear();
      for (const [key, segment] of segments) {
        // Of an id that stands in two segments, the later one holds the note as it is.
        for (const id of segment.ids) bury(id);
        const part = { key, segment, alive: Uint8Array.from(segment.ids, (id) => (alive.has(id) ? 1 : 0)) };
        parts.push(part);
        adopt(part);
        nextKey = Math.max(nextKey, Number(key.slice(1)) + 1);
      }
    },
    clear,
  };
}

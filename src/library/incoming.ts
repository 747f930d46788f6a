/** An import between its preview and the reader's word: what the file would bring, held in memory until it is taken or dropped. */
import type { Annotation } from '../core/annotation/annotation.ts';
import { hintOf } from '../core/annotation/hint.ts';
import { pageKeys } from '../core/annotation/page-key.ts';
import { CallError } from '../messages/envelope.ts';
import type { ImportPreview } from '../messages/to-library.ts';
import type { NoteStore } from '../storage/library/notes.ts';
import { isSame } from '../storage/library/same-note.ts';
import { readFile } from './files/read-file.ts';

export interface IncomingHost {
  now(): string;
  newId(): string;
  /** Takes out of notes what was removed from the dataset. */
  cleaner(): Promise<(notes: readonly Annotation[]) => readonly Annotation[]>;
  progress(what: string): (done: number, total: number) => void;
}

export interface Incoming {
  /** Reads a file and compares it with the library. What an earlier file would have brought is dropped. */
  preview(store: NoteStore, file: Blob, name: string): Promise<ImportPreview>;
  /** Hints (see core/annotation/hint.ts) of the pages that its notes are on. */
  hints(): string[];
  /** Notes to add: the new ones, and with `keepBoth` twins of those that differ. @throws CallError when nothing was read */
  toAdd(keepBoth: boolean): readonly Annotation[];
  drop(): void;
}

/** Problems of a file that are listed; more are counted. */
const MOST_PROBLEMS = 200;
const CHUNK = 500;

export function createIncoming(host: IncomingHost): Incoming {
  let staged: Compared | null = null;
  return {
    async preview(store, file, name) {
      staged = null;
      const read = await readFile(file, host.now(), (done) => host.progress('read')(done, file.size));
      // A file may be older than a removal: what was removed does not come back with it.
      const clean = await host.cleaner();
      // What is carried back says less than what is here; only what is not here any more is taken.
      const ids = new Set(await store.ids());
      const lost = read.returned.filter((note) => !ids.has(note.id));
      const unchanged = read.returned.length - lost.length;
      const candidates = [...clean(read.notes), ...clean(lost)];
      staged = await compare(store, candidates, (done) => host.progress('compare')(done, candidates.length));
      return {
        name,
        fresh: staged.fresh.length,
        same: staged.same + unchanged,
        differing: staged.differing.length,
        sources: read.sources,
        problems: read.problems.slice(0, MOST_PROBLEMS),
        moreProblems: Math.max(0, read.problems.length - MOST_PROBLEMS) + read.moreProblems,
        examples: staged.fresh.slice(0, 3),
        warnings: read.warnings,
      };
    },
    hints() {
      const list = [...(staged?.fresh ?? []), ...(staged?.differing ?? [])];
      return [...new Set(list.flatMap(({ page }) => pageKeys([page.url, page.canonical])).map(hintOf))];
    },
    toAdd(keepBoth) {
      if (!staged) throw new CallError('not-found', 'nothing was read yet');
      const { fresh, differing } = staged;
      const twins = keepBoth
        ? differing.map((note) => ({ ...note, id: host.newId(), rev: 1, twin: note.id }))
        : [];
      return [...fresh, ...twins];
    },
    drop() {
      staged = null;
    },
  };
}

interface Compared {
  readonly fresh: readonly Annotation[];
  /** Here under the same id with other words. */
  readonly differing: readonly Annotation[];
  readonly same: number;
}

async function compare(
  store: NoteStore,
  candidates: readonly Annotation[],
  onProgress: (done: number) => void,
): Promise<Compared> {
  const ids = new Set(await store.ids());
  const fresh: Annotation[] = [];
  const differing: Annotation[] = [];
  let same = 0;
  for (let i = 0; i < candidates.length; i += CHUNK) {
    const part = candidates.slice(i, i + CHUNK);
    const there = part.flatMap(({ id }) => (ids.has(id) ? [id] : []));
    const known = new Map((await store.get(there)).map((note) => [note.id, note]));
    for (const note of part) {
      const mine = known.get(note.id);
      if (!mine) fresh.push(note);
      else if (isSame(mine, note)) same++;
      else differing.push(note);
    }
    onProgress(i + part.length);
  }
  return { fresh, differing, same };
}

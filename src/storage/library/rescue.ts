/** Reading what can be read when the library cannot be opened for writing: the database itself, whatever its layout, else the newest dump. */
import Dexie from 'dexie';
import type { Annotation } from '../../core/annotation/annotation.ts';
import type { ItemProblem } from '../../core/annotation/item-problem.ts';
import { readAnnotation } from '../../core/annotation/read-annotation.ts';
import { LIBRARY } from './database.ts';
import { dumpDatabase, newestDump, rowsOfDump } from './dumps.ts';

export interface Rescued {
  readonly from: 'database' | 'dump' | 'nothing';
  /** Of the dump. */
  readonly at: string | null;
  readonly notes: readonly Annotation[];
  /** Rows that are no readable note, as they are, with the reason. */
  readonly broken: readonly { readonly row: unknown; readonly problem: ItemProblem }[];
}

export async function rescue(name: string = LIBRARY): Promise<Rescued> {
  const rows = await rowsOfDatabase(name).catch(() => null);
  if (rows) return sorted('database', null, rows);
  const dumps = dumpDatabase(name);
  try {
    const dump = await newestDump(dumps, ['whole', 'restoring', 'kept']);
    if (!dump) return { from: 'nothing', at: null, notes: [], broken: [] };
    return sorted('dump', dump.at, await rowsOfDump(dumps, dump.id, 'notes'));
  } catch {
    // Nothing of this profile's storage can be read; the interface says so and names the backup files.
    return { from: 'nothing', at: null, notes: [], broken: [] };
  } finally {
    dumps.close();
  }
}

async function rowsOfDatabase(name: string): Promise<unknown[]> {
  if (!(await Dexie.exists(name))) throw new Error('there is none');
  const database = new Dexie(name);
  try {
    await database.open();
    return await database.table('notes').toArray();
  } finally {
    database.close();
  }
}

function sorted(from: Rescued['from'], at: string | null, rows: readonly unknown[]): Rescued {
  const notes: Annotation[] = [];
  const broken: { row: unknown; problem: ItemProblem }[] = [];
  for (const row of rows) {
    const read = readAnnotation(row);
    if ('note' in read) notes.push(read.note);
    else broken.push({ row, problem: read.problem });
  }
  return { from, at, notes, broken };
}

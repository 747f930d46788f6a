/** Releases in the database: import in chunks, flip the pointer, read cards, drop what is no longer current. */
import type { Table } from 'dexie';
import { assembleCard, type Card } from '../core/dataset/card.ts';
import type { Release, ReleaseEntity } from '../core/dataset/release.ts';
import { type CurrentRow, type Database, type EntityRow, type IndexRow, rowKey } from './database.ts';

/** Rows written at once. Larger transactions keep readers waiting (500 rows: up to 200 ms). */
const CHUNK = 200;

export interface ReleaseStore {
  current(): Promise<CurrentRow | null>;
  /** Writes a release under its key, then makes it current, then deletes the others. Interrupted, the old one stays current. */
  install(release: Release, key: string): Promise<void>;
  /** Keeps the index of a release, and no other's. */
  keepIndex(key: string, bytes: Omit<IndexRow, 'key'>): Promise<void>;
  keptIndex(key: string): Promise<Omit<IndexRow, 'key'> | null>;
  /** Cards of the current release; redirects are followed, unknown ids left out. */
  cards(ids: readonly string[]): Promise<Card[]>;
  /** All entities of the current release, without statements. */
  entities(): Promise<readonly ReleaseEntity[]>;
}

/** `pause` lets other work in between two chunks. */
export function createReleaseStore(database: Database, pause: () => Promise<void>): ReleaseStore {
  const current = async () => (await database.pointers.get('current')) ?? null;
  return {
    current,
    async install(release, key) {
      await removeOthers(database, key, (await current())?.release ?? null, pause);
      await putInChunks(
        database.sources,
        release.sources.map((row) => ({ ...row, release: key })),
        pause,
      );
      await putInChunks(
        database.statements,
        release.statements.map((row) => ({
          ...row,
          release: key,
          aboutKeys: row.about.map((id) => rowKey(key, id)),
        })),
        pause,
      );
      await putInChunks(
        database.entities,
        release.entities.map((row) => ({
          ...row,
          release: key,
          targetKeys: [...new Set(row.relations.map((relation) => rowKey(key, relation.target)))],
        })),
        pause,
      );
      await database.pointers.put({
        key: 'current',
        release: key,
        version: release.version,
        entities: release.entities.length,
        statements: release.statements.length,
        redirects: release.redirects,
      });
      await removeOthers(database, key, null, pause);
    },
    async keepIndex(key, { index, rules }) {
      await database.transaction('rw', database.indexes, async () => {
        await database.indexes.clear();
        await database.indexes.put({ key, index, rules });
      });
    },
    keptIndex: async (key) => (await database.indexes.get(key)) ?? null,
    async cards(ids) {
      const pointer = await current();
      if (!pointer) return [];
      const wanted = [...new Set(ids.map((id) => pointer.redirects[id] ?? id))];
      return readCards(database, pointer, wanted);
    },
    async entities() {
      const pointer = await current();
      return pointer ? database.entities.where('release').equals(pointer.release).toArray() : [];
    },
  };
}

async function readCards(database: Database, pointer: CurrentRow, ids: readonly string[]): Promise<Card[]> {
  const { release, version } = pointer;
  const keys = ids.map((id) => rowKey(release, id));
  const entities = (await database.entities.bulkGet(ids.map((id) => [release, id]))).filter(
    (row) => row !== undefined,
  );
  const statements = await database.statements.where('aboutKeys').anyOf(keys).distinct().toArray();
  const pointing = await database.entities.where('targetKeys').anyOf(keys).distinct().toArray();
  const neighbours = await database.entities.bulkGet(
    [...new Set(entities.flatMap((entity) => entity.relations.map((r) => r.target)))].map((id) => [
      release,
      id,
    ]),
  );
  const byId = new Map<string, EntityRow>();
  for (const row of [...pointing, ...neighbours, ...entities]) if (row) byId.set(row.id, row);
  const sourceIds = new Set([
    ...statements.flatMap((s) => s.sources.map((ref) => ref.source)),
    ...[...byId.values()].flatMap((e) =>
      [...e.relations, ...e.states].flatMap((r) => r.sources.map((ref) => ref.source)),
    ),
  ]);
  const sources = new Map(
    (await database.sources.bulkGet([...sourceIds].map((id) => [release, id]))).flatMap((row) =>
      row ? [[row.id, row]] : [],
    ),
  );
  return entities.map((row) =>
    assembleCard({
      version,
      entity: row,
      statements: statements
        .filter((s) => s.about.includes(row.id))
        .map(({ release: _, aboutKeys: __, ...statement }) => statement),
      incoming: pointing.flatMap((from) =>
        from.relations.filter((r) => r.target === row.id).map((relation) => ({ from, relation })),
      ),
      source: (id) => sources.get(id),
      entityById: (id) => byId.get(id),
    }),
  );
}

async function putInChunks<Row>(
  table: Table<Row>,
  rows: readonly Row[],
  pause: () => Promise<void>,
): Promise<void> {
  for (let i = 0; i < rows.length; i += CHUNK) {
    await table.bulkPut(rows.slice(i, i + CHUNK));
    await pause();
  }
}

/** Deletes rows of every release but `keep` and `alsoKeep`: left over from an import that was cut off, or outdated. */
async function removeOthers(
  database: Database,
  keep: string,
  alsoKeep: string | null,
  pause: () => Promise<void>,
): Promise<void> {
  for (const table of [database.entities, database.statements, database.sources] as Table<{
    release: string;
  }>[]) {
    for (;;) {
      const doomed = await table
        .where('release')
        .noneOf([keep, alsoKeep ?? keep])
        .limit(CHUNK)
        .primaryKeys();
      if (doomed.length === 0) break;
      await table.bulkDelete(doomed);
      await pause();
    }
  }
}

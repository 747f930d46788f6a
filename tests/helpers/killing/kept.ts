/** What a browser keeps of an extension, whichever of its processes live or end. */
import { createHash } from 'node:crypto';
import {
  type PointerRow,
  type ReleaseRow,
  SHELF_TABLES,
  type ShelfRow,
} from '../../../src/storage/dataset-database.ts';
import { makeDatabases, readDatabases, type StoredDatabase, type StoredDatabases } from './databases.ts';

export interface Tab {
  readonly id: number;
  readonly url: string;
  readonly windowId: number;
  readonly incognito: boolean;
  readonly active: boolean;
}

/** What a browser keeps, as plain data: can be compared, copied and begun with. */
export interface Kept {
  readonly databases: StoredDatabases;
  readonly local: Readonly<Record<string, unknown>>;
  readonly session: Readonly<Record<string, unknown>>;
  readonly alarms: Readonly<Record<string, unknown>>;
  readonly menus: Readonly<Record<string, unknown>>;
  readonly button: Readonly<Record<string, unknown>>;
  readonly tabs: readonly Tab[];
}

export const NOTHING_KEPT: Kept = {
  databases: {},
  local: {},
  session: {},
  alarms: {},
  menus: {},
  button: {},
  tabs: [
    { id: 1, url: 'https://news.example/cameras', windowId: 1, incognito: false, active: true },
    { id: 2, url: 'https://news.example/other', windowId: 1, incognito: false, active: false },
  ],
};

/** The same in use: what the processes of one extension read and write. */
export interface Disk {
  readonly databases: IDBFactory;
  readonly local: Map<string, unknown>;
  readonly session: Map<string, unknown>;
  readonly alarms: Map<string, unknown>;
  readonly menus: Map<string, unknown>;
  readonly button: Map<string, unknown>;
  readonly tabs: Tab[];
  /** What was done outside that nothing is kept of: scripts run, tabs opened, messages sent, files written. */
  readonly effects: string[];
}

export async function diskOf(from: Kept): Promise<Disk> {
  return {
    databases: await makeDatabases(from.databases),
    local: new Map(Object.entries(structuredClone(from.local))),
    session: new Map(Object.entries(structuredClone(from.session))),
    alarms: new Map(Object.entries(from.alarms)),
    menus: new Map(Object.entries(from.menus)),
    button: new Map(Object.entries(from.button)),
    tabs: [...from.tabs],
    effects: [],
  };
}

export async function keptOf({
  databases,
  local,
  session,
  alarms,
  menus,
  button,
  tabs,
}: Disk): Promise<Kept> {
  return {
    databases: await readDatabases(databases),
    local: Object.fromEntries(local),
    session: Object.fromEntries(session),
    alarms: Object.fromEntries(alarms),
    menus: Object.fromEntries(menus),
    button: Object.fromEntries(button),
    tabs: [...tabs],
  };
}

/** What no release refers to is nobody's, and goes with the next one that is written (leftovers counts it). */
function withoutLeftovers({ tables }: StoredDatabase): Record<string, readonly unknown[]> {
  const { releases, shelves } = inUse(tables);
  const none = SHELF_TABLES.map((name) => [`sidelight-dataset.${name}`, [] as readonly unknown[]]);
  return {
    ...Object.fromEntries(none),
    'sidelight-dataset.releases': releases,
    'sidelight-dataset.shelves': shelves,
  };
}

/** Rows of the dataset's database that no release which is current, or was before, refers to. */
export function leftovers({ databases }: Kept): number {
  const tables = databases['sidelight-dataset']?.tables;
  if (!tables) return 0;
  const { releases, shelves } = inUse(tables);
  const all = (tables.releases?.rows.length ?? 0) + shelvesIn(tables).length;
  return all - releases.length - shelves.length;
}

function shelvesIn(tables: StoredDatabase['tables']): readonly ShelfRow[] {
  return SHELF_TABLES.flatMap((name) => (tables[name]?.rows ?? []) as readonly ShelfRow[]);
}

function inUse(tables: StoredDatabase['tables']) {
  const pointers = (tables.pointers?.rows ?? []) as readonly PointerRow[];
  const releases = ((tables.releases?.rows ?? []) as readonly ReleaseRow[]).filter(
    ({ repository, generation }) =>
      pointers.some(
        (row) => row.repository === repository && (row.current === generation || row.last === generation),
      ),
  );
  const shelves = shelvesIn(tables).filter(({ repository, generation, shelf }) =>
    releases.some((row) => row.repository === repository && row.generations[shelf] === generation),
  );
  return { releases, shelves };
}

/** What is kept, in the form in which two states are compared: bytes by their hash, made-up ids in the order they come. */
export function comparable(kept: Kept): Record<string, unknown> {
  const { tabs: _, databases, alarms, ...others } = kept;
  // Every worker that starts sees to it that this one is there.
  const { 'library-backup': __, ...own } = alarms;
  const rest = { ...others, alarms: own };
  const tables: Record<string, unknown> = {};
  for (const [name, database] of Object.entries(databases)) {
    // The search index is a cache: what is in it depends on when it was written.
    if (name === 'sidelight-library-index') continue;
    tables[name] = database.version;
    for (const [table, { rows }] of Object.entries(database.tables)) tables[`${name}.${table}`] = rows;
    if (name === 'sidelight-dataset') Object.assign(tables, withoutLeftovers(database));
  }
  const made = new Map<string, string>();
  const text = JSON.stringify({ ...rest, tables }, (key, value: unknown) => {
    // The size of a backup depends on the ids in it.
    if (key === 'seq' || key === 'bytes') return undefined;
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer)
      return createHash('sha256')
        .update(value instanceof ArrayBuffer ? new Uint8Array(value) : Buffer.from(value.buffer))
        .digest('hex');
    if (typeof value === 'string' && /^0{8}-0{4}-4000-8000-\d{12}$/.test(value)) {
      made.set(value, made.get(value) ?? `made-${made.size + 1}`);
      return made.get(value);
    }
    return value;
  });
  return JSON.parse(text) as Record<string, unknown>;
}

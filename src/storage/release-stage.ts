/** Writing a release that is not current yet: bundles or patches in the order of files, shelf by shelf, then one flip. */
import { compareBundleIds, type EntityBundle } from '../core/dataset/bundle.ts';
import { applyPatch, type BundlePatch } from '../core/dataset/delta.ts';
import type { ReleaseHeader } from '../core/dataset/release-lines.ts';
import { withoutRemoved } from '../core/dataset/without-removed.ts';
import type { DatasetDatabase, ReleaseRow, ShelfRow } from './dataset-database.ts';
import { ALONE, BESIDE_READERS, createPace, type Pause } from './pace.ts';
import { packShelf } from './shelf-bytes.ts';
import { tableOf } from './shelf-tables.ts';
import { readShelves, shelfOf, shelvesFor } from './shelves.ts';

/** Shelves written in one go, at most: beside what cards are read from, and where nothing is read. */
const MOST_AT_ONCE = 16;
const MOST_ALONE = 48;

export interface StageOptions {
  readonly repository: string;
  readonly key: string;
  readonly header: ReleaseHeader;
  readonly origin: ReleaseRow['origin'];
  /** The release that patches are put on; null when all bundles come. */
  readonly base: ReleaseRow | null;
  readonly generation: number;
  /** Whether cards are read from the table that it is written to. */
  readonly besideReaders: boolean;
  /** Ids that must not be stored, whatever comes. */
  readonly removed: ReadonlySet<string>;
  readonly pause: Pause;
}

export interface ReleaseStage {
  /** `json`: the bundle as UTF-8 JSON, where it comes as that: what nothing is removed from is stored as it came. */
  put(bundle: EntityBundle, json?: Uint8Array): Promise<void>;
  /** Some patches at once: what they change is read in one go. */
  patch(patches: readonly BundlePatch[]): Promise<void>;
  /** Writes what is left and returns the row of the release. @throws Error when it holds more or less than its header says */
  finish(): Promise<ReleaseRow>;
}

export function createStage(database: DatasetDatabase, options: StageOptions): ReleaseStage {
  const { repository, header, base, generation } = options;
  const shelves = base ? base.generations.length : shelvesFor(header.entities);
  const generations = base ? base.generations.slice() : new Uint32Array(shelves);
  let open: { readonly shelf: number; readonly bundles: Map<string, EntityBundle> } | null = null;
  /** Of bundles on the open shelf, as they came. */
  const json = new Map<EntityBundle, Uint8Array>();
  /** Shelves of the base that the patches at hand change. */
  let ahead: ReadonlyMap<number, readonly EntityBundle[]> = new Map();
  const table = tableOf(database, generation);
  const pace = options.besideReaders
    ? createPace(MOST_AT_ONCE, BESIDE_READERS, options.pause)
    : createPace(MOST_ALONE, ALONE, options.pause);
  let waiting: ShelfRow[] = [];
  /** The write under way: meanwhile the next shelves are made. */
  let writing: Promise<unknown> = Promise.resolve();
  let lastId: string | null = null;
  let entities = base ? base.header.entities : 0;
  let statements = base ? base.header.statements : 0;
  let filtered = base?.filtered ?? false;

  const write = async () => {
    const rows = waiting;
    waiting = [];
    await writing;
    writing = pace.time(() => table.bulkPut(rows));
    writing.catch(() => undefined); // Whoever waits for it next hears of it.
    await pace.pause();
  };
  const close = async () => {
    if (!open) return;
    const { shelf, bundles } = open;
    const kept = [...bundles.values()].flatMap((bundle) => {
      const rest = withoutRemoved(bundle, options.removed);
      if (rest !== bundle) filtered = true;
      return rest ? [rest] : [];
    });
    generations[shelf] = kept.length === 0 ? 0 : generation;
    if (kept.length > 0) {
      const packed = packShelf(
        kept.map((bundle) => ({
          id: bundle.entity.id,
          json: json.get(bundle) ?? JSON.stringify(bundle),
        })),
      );
      waiting.push({ repository, generation, shelf, ...packed });
    }
    json.clear();
    open = null;
    if (waiting.length >= pace.size()) await write();
  };
  const shelfFor = async (id: string) => {
    // The order is what lets a shelf be written once and forgotten; it also refuses an id that comes twice.
    if (lastId !== null && compareBundleIds(lastId, id) >= 0)
      throw new Error(`${id} comes out of order after ${lastId}`);
    lastId = id;
    const shelf = shelfOf(id, shelves);
    if (open?.shelf === shelf) return open;
    await close();
    open = { shelf, bundles: new Map(ahead.get(shelf)?.map((bundle) => [bundle.entity.id, bundle])) };
    return open;
  };
  const patchOne = async (patch: BundlePatch) => {
    const { bundles } = await shelfFor(patch.id);
    const before = bundles.get(patch.id) ?? null;
    const after = applyPatch(before, patch);
    if (after) bundles.set(patch.id, after);
    else bundles.delete(patch.id);
    entities += (after ? 1 : 0) - (before ? 1 : 0);
    statements += (after?.statements.length ?? 0) - (before?.statements.length ?? 0);
  };
  return {
    async put(bundle, asItCame) {
      await pace.pause();
      const { bundles } = await shelfFor(bundle.entity.id);
      bundles.set(bundle.entity.id, bundle);
      if (asItCame !== undefined) json.set(bundle, asItCame);
      entities++;
      statements += bundle.statements.length;
    },
    async patch(patches) {
      if (!base) throw new Error('there is nothing to patch');
      const numbers = new Set(patches.map(({ id }) => shelfOf(id, shelves)));
      ahead = await readShelves(database, base, [...numbers]);
      for (const patch of patches) await patchOne(patch);
    },
    async finish() {
      await close();
      if (waiting.length > 0) await write();
      await writing;
      if (entities !== header.entities || statements !== header.statements)
        throw new Error(
          `${options.key}: expected ${header.entities} entities and ${header.statements} statements, found ${entities} and ${statements}`,
        );
      return {
        repository,
        generation,
        key: options.key,
        header,
        origin: options.origin,
        filtered,
        generations,
      };
    },
  };
}

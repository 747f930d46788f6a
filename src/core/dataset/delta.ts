/**
 * What must be done to one release to make it another: bundles that changed, and in them only the rows that did. Each
 * changed bundle carries the checksum of what it must be afterwards, so that a delta put on the wrong ground, or a fault in
 * this file, is found before anything becomes current.
 */
import { z } from 'zod';
import { once } from '../once/once.ts';
import { compareTexts } from '../text/compare-texts.ts';
import { bundleSchema, compareBundleIds, type EntityBundle, unsourcedIn } from './bundle.ts';
import { checksum } from './checksum.ts';
import { headerSchema, type ReleaseHeader } from './release-lines.ts';

const rowChange = <T extends z.ZodType>(row: T) =>
  z.object({ put: z.array(row).optional(), drop: z.array(z.string()).optional() });

export const patchSchema = once(() => {
  const { shape } = bundleSchema();
  return z.union([
    z.strictObject({ id: z.string(), gone: z.literal(true) }),
    z.object({
      id: z.string(),
      /** Checksum of the bundle as it must be afterwards. */
      sum: z.string(),
      entity: shape.entity.optional(),
      statements: rowChange(shape.statements.element).optional(),
      sources: rowChange(shape.sources.element).optional(),
      aliases: shape.aliases.optional(),
      about: shape.about.optional(),
      from: shape.from.optional(),
    }),
  ]);
});

export const deltaHeaderSchema = once(() =>
  z.object({
    /** Key of the release that this is to be put on. */
    from: z.string(),
    /** The new header. What is the same as before and long is left out. */
    header: headerSchema().partial({ cues: true, redirects: true, withdrawn: true }),
  }),
);

export type BundlePatch = z.infer<ReturnType<typeof patchSchema>>;
export type DeltaHeader = z.infer<ReturnType<typeof deltaHeaderSchema>>;

/** A patch does not fit what is here. */
export class PatchError extends Error {
  override name = 'PatchError';
}

/** The lines of the delta: its header, then patches in the order of files. */
export function deltaLines(
  fromKey: string,
  before: { readonly header: ReleaseHeader; readonly bundles: readonly EntityBundle[] },
  after: { readonly header: ReleaseHeader; readonly bundles: readonly EntityBundle[] },
): string[] {
  const { cues, redirects, withdrawn, ...counts } = after.header;
  const header: DeltaHeader['header'] = {
    ...counts,
    ...(same(cues, before.header.cues) ? {} : { cues }),
    ...(same(redirects, before.header.redirects) ? {} : { redirects }),
    ...(same(withdrawn, before.header.withdrawn) ? {} : { withdrawn }),
  };
  const old = new Map(before.bundles.map((bundle) => [bundle.entity.id, bundle]));
  const kept = new Set(after.bundles.map((bundle) => bundle.entity.id));
  const patches: BundlePatch[] = [
    ...after.bundles.flatMap((bundle) => patchOf(old.get(bundle.entity.id) ?? null, bundle)),
    ...before.bundles.flatMap(({ entity: { id } }) => (kept.has(id) ? [] : [{ id, gone: true as const }])),
  ].sort((a, b) => compareBundleIds(a.id, b.id));
  return [{ from: fromKey, header } satisfies DeltaHeader, ...patches].map((line) => JSON.stringify(line));
}

/** The header after a delta. */
export function patchedHeader(before: ReleaseHeader, { header }: DeltaHeader): ReleaseHeader {
  const { cues, redirects, withdrawn, ...counts } = header;
  return {
    ...counts,
    redirects: redirects ?? before.redirects,
    withdrawn: withdrawn ?? before.withdrawn,
    cues: cues ?? before.cues,
  };
}

/** The bundle after a patch; null when it is gone. @throws PatchError when the result is not what was promised */
export function applyPatch(bundle: EntityBundle | null, patch: BundlePatch): EntityBundle | null {
  if ('gone' in patch) {
    if (!bundle) throw new PatchError(`${patch.id} is to go, but is not there`);
    return null;
  }
  const entity = patch.entity ?? bundle?.entity;
  if (!entity || entity.id !== patch.id) throw new PatchError(`${patch.id} is changed, but is not there`);
  const result: EntityBundle = {
    entity,
    statements: changeRows(bundle?.statements ?? [], patch.statements),
    sources: changeRows(bundle?.sources ?? [], patch.sources),
    aliases: patch.aliases ?? bundle?.aliases ?? [],
    about: patch.about ?? bundle?.about ?? [],
    from: patch.from ?? bundle?.from ?? [],
  };
  const [bare] = unsourcedIn(result);
  if (bare !== undefined) throw new PatchError(`${bare} has no source that is here`);
  const found = checksum(JSON.stringify(result));
  if (found !== patch.sum) throw new PatchError(`${patch.id}: expected ${patch.sum}, found ${found}`);
  return result;
}

function patchOf(before: EntityBundle | null, after: EntityBundle): BundlePatch[] {
  const text = JSON.stringify(after);
  if (before && JSON.stringify(before) === text) return [];
  const statements = rowChanges(before?.statements ?? [], after.statements);
  const sources = rowChanges(before?.sources ?? [], after.sources);
  return [
    {
      id: after.entity.id,
      sum: checksum(text),
      ...(same(before?.entity, after.entity) ? {} : { entity: after.entity }),
      ...(statements ? { statements } : {}),
      ...(sources ? { sources } : {}),
      ...(same(before?.aliases, after.aliases) ? {} : { aliases: after.aliases }),
      ...(same(before?.about, after.about) ? {} : { about: after.about }),
      ...(same(before?.from, after.from) ? {} : { from: after.from }),
    },
  ];
}

interface RowChange<T> {
  put?: T[] | undefined;
  drop?: string[] | undefined;
}

function rowChanges<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): RowChange<T> | null {
  const old = new Map(before.map((row) => [row.id, row]));
  const ids = new Set(after.map((row) => row.id));
  const put = after.filter((row) => !same(old.get(row.id), row));
  const drop = before.filter((row) => !ids.has(row.id)).map((row) => row.id);
  if (put.length === 0 && drop.length === 0) return null;
  return { ...(put.length > 0 ? { put } : {}), ...(drop.length > 0 ? { drop } : {}) };
}

function changeRows<T extends { readonly id: string }>(
  rows: readonly T[],
  change: RowChange<T> | undefined,
): T[] {
  if (!change) return [...rows];
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const id of change.drop ?? []) byId.delete(id);
  for (const row of change.put ?? []) byId.set(row.id, row);
  return [...byId.values()].sort((a, b) => compareTexts(a.id, b.id));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Withdrawals: an entity or a statement that was published and is taken back. `superseded` keeps the old text readable, with
 * its successor beside it; `removed` means that the text is gone from everywhere, and only id, date and reason stay.
 */
import { z } from 'zod';
import type { EntityBundle } from './bundle.ts';
import { textProblem, told } from './inert.ts';

export const withdrawalSchema = z.strictObject({
  /** An entity's id, or a statement's (`entity/statement`). */
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)?$/, 'an id, or entity/statement')
    .max(160),
  as: z.enum(['superseded', 'removed']),
  /** The day: YYYY-MM-DD. */
  on: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day: YYYY-MM-DD'),
  reason: z.string().min(1).max(300).superRefine(told(textProblem)),
});

export type Withdrawal = z.infer<typeof withdrawalSchema>;

/** What a bundle is without anything removed; null when the entity itself is. The same object when nothing of it is concerned. */
export function withoutRemoved(bundle: EntityBundle, removed: ReadonlySet<string>): EntityBundle | null {
  if (removed.size === 0) return bundle;
  if (removed.has(bundle.entity.id)) return null;
  const isGone = (statement: string) => {
    const [home = ''] = statement.split('/', 1);
    return removed.has(statement) || removed.has(home);
  };
  const concerned =
    bundle.statements.some((s) => isGone(s.id)) ||
    bundle.about.some(isGone) ||
    bundle.from.some((id) => removed.has(id));
  if (!concerned) return bundle;
  const statements = bundle.statements.filter((s) => !isGone(s.id));
  const cited = new Set([
    ...[...statements, ...bundle.entity.relations, ...bundle.entity.states].flatMap((row) =>
      row.sources.map((ref) => ref.source),
    ),
  ]);
  return {
    ...bundle,
    statements,
    // A source that only the removed statement cited would still tell what it was about.
    sources: bundle.sources.filter((source) => cited.has(source.id)),
    about: bundle.about.filter((id) => !isGone(id)),
    from: bundle.from.filter((id) => !removed.has(id)),
  };
}

/** Ids that are removed, for withoutRemoved. */
export function removedIds(withdrawn: readonly Withdrawal[]): ReadonlySet<string> {
  return new Set(withdrawn.filter((w) => w.as === 'removed').map((w) => w.id));
}

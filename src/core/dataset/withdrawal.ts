/**
 * Withdrawals: an entity or a statement that was published and is taken back. `superseded` keeps the old text readable, with
 * its successor beside it; `removed` means that the text is gone from everywhere, and only id, date and reason stay.
 */
import { z } from 'zod';
import { once } from '../once/once.ts';
import { textProblem, told } from './inert.ts';

export const withdrawalSchema = once(() =>
  z.strictObject({
    /** An entity's id, or a statement's (`entity/statement`). */
    id: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)?$/, 'an id, or entity/statement')
      .max(160),
    as: z.enum(['superseded', 'removed']),
    /** The day: YYYY-MM-DD. */
    on: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day: YYYY-MM-DD'),
    reason: z.string().min(1).max(300).check(told(textProblem)),
  }),
);

export type Withdrawal = z.infer<ReturnType<typeof withdrawalSchema>>;

/** Ids of what must be gone; without-removed.ts takes them out of a bundle. */
export function removedIds(withdrawn: readonly Withdrawal[]): ReadonlySet<string> {
  return new Set(withdrawn.filter((w) => w.as === 'removed').map((w) => w.id));
}

/** What the signed list of files says about each of ours, beside its length and hash. */
import { z } from 'zod';
import { once } from '../once/once.ts';

export const FULL_NAME = 'dataset.bin';

export const targetCustomSchema = once(() =>
  z.object({
    /** Key of the release that this file gives. */
    key: z.string().max(80),
    version: z.string().max(40),
    /** Bytes when unpacked. */
    size: z.number().int().positive(),
    /** Key of the release that must be there before; only deltas have it. */
    from: z.string().max(80).optional(),
  }),
);

export type TargetCustom = z.infer<ReturnType<typeof targetCustomSchema>>;

/** Name of the delta from a release. Not `.gz`: some servers would take that for a content encoding and unpack it. */
export function deltaName(fromKey: string): string {
  return `from-${fromKey.slice(fromKey.indexOf('+') + 1)}.bin`;
}

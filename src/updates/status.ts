/** What a reader is told about a repository: in a word, from what is remembered of its checks. */
import type { UpdateStatus } from '../core/dataset/update-status.ts';
import { isClockBehind } from './clock.ts';
import type { UpdateFailureCode } from './failure.ts';

export interface CheckMemory {
  readonly attempted: number | null;
  readonly succeeded: number | null;
  readonly problem: { readonly code: string } | null;
  readonly expires: number | null;
}

export interface StatusFacts {
  readonly hasAddress: boolean;
  readonly enabled: boolean;
  readonly check: CheckMemory;
  readonly now: number;
  /** The latest time that has certainly passed. */
  readonly floor: number;
}

export function updateStatus({ hasAddress, enabled, check, now, floor }: StatusFacts): UpdateStatus {
  if (!enabled) return 'off';
  if (!hasAddress) return 'no-repository';
  // The code was written by this extension, perhaps an older one: an unknown word falls through to the end.
  const code = check.problem?.code as UpdateFailureCode | undefined;
  if (code === 'clock' || isClockBehind(now, floor)) return 'clock';
  if (check.attempted === null) return 'never-checked';
  if (code === undefined) return 'current';
  if (code === 'permission' || code === 'disk-full') return code;
  if (code === 'not-genuine' || code === 'rollback' || code === 'too-large' || code === 'unreadable')
    return 'refused';
  if (code === 'expired') return 'stopped';
  // Nothing came. That is news only once the last answer has run out, and somebody looked after that.
  const hasRunOut = check.expires !== null && check.attempted >= check.expires;
  return hasRunOut ? 'stopped' : 'unreached';
}

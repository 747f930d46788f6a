/** Scheduled backups of the library: how often, and how the last ones went. Kept apart from the settings: it changes by itself. */

export const BACKUP_EVERY = ['off', 'daily', 'weekly'] as const;
export type BackupEvery = (typeof BACKUP_EVERY)[number];

export interface BackupState {
  readonly every: BackupEvery;
  /** When it was switched on; ISO 8601. */
  readonly since: string | null;
  readonly last: {
    readonly at: string;
    readonly notes: number;
    readonly bytes: number;
    readonly file: string;
  } | null;
  /** The newest failure after the last good one: as `backupFailure` says it, or in the browser's words. */
  readonly failed: { readonly at: string; readonly reason: string } | null;
}

export const NO_BACKUPS: BackupState = { every: 'off', since: null, last: null, failed: null };

/**
 * A name for the file of a backup made at this instant: to the second, because browsers rename what is there already, each in
 * its own way. Nothing reads these names: older ones, to the minute, are restored like any file.
 */
export function backupName(now: string): string {
  const stamp = now.slice(0, 19).replace('T', '-').replaceAll(':', '');
  return `sidelight-backup-${stamp}.jsonld.gz`;
}

/** What is known to keep a backup from being made. The interface has the words for it. */
export type BackupFailure = 'permission' | 'incomplete' | 'read-only' | 'not-written' | 'removed';

/** An error whose message is the code, and what the browser says of it. A string, because it travels and is stored. */
export function backupFailure(code: BackupFailure, detail = ''): Error {
  return new Error(detail ? `${code}: ${detail}` : code);
}

/** The code and the detail of what was stored; for other errors the code is their text. */
export function failureParts(reason: string): { readonly code: string; readonly detail: string } {
  const [code = '', ...detail] = reason.split(': ');
  return { code, detail: detail.join(': ') };
}

const DAYS: Readonly<Record<BackupEvery, number>> = { off: Number.POSITIVE_INFINITY, daily: 1, weekly: 7 };
const DAY = 86_400_000;

/** True when a backup ought to be made now. */
export function isBackupDue({ every, last }: BackupState, now: string): boolean {
  if (every === 'off') return false;
  // A little early rather than a day late: alarms come when the browser wakes.
  return last === null || Date.parse(now) - Date.parse(last.at) > DAYS[every] * DAY - 3_600_000;
}

/** True when backups are wanted and have stopped: twice the time has passed, or the last try failed. */
export function hasBackupStopped({ every, since, last, failed }: BackupState, now: string): boolean {
  if (every === 'off') return false;
  if (failed) return true;
  const from = last?.at ?? since;
  return from !== null && Date.parse(now) - Date.parse(from) > 2 * DAYS[every] * DAY;
}

/** Reads a stored state of any age. Never throws. */
export function parseBackupState(value: unknown): BackupState {
  if (typeof value !== 'object' || value === null) return NO_BACKUPS;
  const { every, since, last, failed } = value as Record<string, unknown>;
  return {
    every: BACKUP_EVERY.find((item) => item === every) ?? 'off',
    since: typeof since === 'string' ? since : null,
    last:
      isRecord(last) && typeof last.at === 'string'
        ? {
            at: last.at,
            notes: Number(last.notes) || 0,
            bytes: Number(last.bytes) || 0,
            file: String(last.file ?? ''),
          }
        : null,
    failed:
      isRecord(failed) && typeof failed.at === 'string'
        ? { at: failed.at, reason: String(failed.reason ?? '') }
        : null,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

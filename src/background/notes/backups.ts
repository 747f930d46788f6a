/**
 * Scheduled backups. An hourly alarm looks whether one is due; the file is made, handed to the browser's downloads, and only
 * when the browser says that it is written does it count. Every failure is kept with its reason, and shown.
 */
import {
  type BackupState,
  backupFailure,
  hasBackupStopped,
  isBackupDue,
} from '../../core/settings/backup.ts';
import type { BackupToWorker, BuiltBackup } from '../../messages/backup-to-worker.ts';
import type { Handlers } from '../../messages/envelope.ts';

export interface WrittenFile {
  readonly bytes: number;
  /** As it is called in the end: a browser gives another name where one is taken. */
  readonly name: string;
}

export interface BackupHost {
  now(): string;
  read(): Promise<BackupState>;
  change(change: (state: BackupState) => BackupState): Promise<BackupState>;
  mayDownload(): Promise<boolean>;
  build(): Promise<BuiltBackup>;
  /** Resolves with what was written, once the browser says so. Rejects with its reason. */
  download(url: string, name: string): Promise<WrittenFile>;
  /** Frees what `build` made. */
  release(url: string): Promise<void>;
  /** Shows or hides the alarm. */
  alarm(on: boolean): Promise<void>;
}

export interface Backups {
  /** Looks whether one is due, and makes it. */
  tick(): Promise<void>;
  makeNow(): Promise<{ ok: boolean; reason: string | null }>;
}

export function createBackups(host: BackupHost): Backups {
  let running: Promise<{ ok: boolean; reason: string | null }> | null = null;
  const make = async () => {
    try {
      if (!(await host.mayDownload())) throw backupFailure('permission');
      const built = await host.build();
      const written = await host.download(built.url, built.name).finally(() => host.release(built.url));
      if (written.bytes !== built.bytes)
        throw backupFailure('incomplete', `${written.bytes} of ${built.bytes} bytes`);
      const { notes, bytes } = built;
      await host.change((state) => ({
        ...state,
        last: { at: host.now(), notes, bytes, file: written.name },
        failed: null,
      }));
      return { ok: true, reason: null };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await host.change((state) => ({ ...state, failed: { at: host.now(), reason } }));
      return { ok: false, reason };
    }
  };
  const makeNow = () => {
    running ??= make().finally(() => {
      running = null;
    });
    return running;
  };
  return {
    makeNow: async () => {
      const done = await makeNow();
      await host.alarm(hasBackupStopped(await host.read(), host.now()));
      return done;
    },
    async tick() {
      if (isBackupDue(await host.read(), host.now())) await makeNow();
      await host.alarm(hasBackupStopped(await host.read(), host.now()));
    },
  };
}

/** What is behind each message about backups, and the form of its argument. */
export function backupHandlers(backups: Backups): Handlers<BackupToWorker, unknown> {
  return {
    makeBackup: () => backups.makeNow(),
  };
}

export const backupArguments: { readonly [K in keyof BackupToWorker]: (argument: unknown) => null } = {
  makeBackup: () => null,
};

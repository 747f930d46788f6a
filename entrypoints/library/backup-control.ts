/** Scheduled backups as the library page switches them: the permission, the state in storage, the worker that writes the files. */
import {
  askForDownloads,
  canWriteFiles,
  changeBackupState,
  mayDownload,
  onBackupStateChanged,
  readBackupState,
} from '../../src/browser/backup-store.ts';
import { sendToWorker } from '../../src/browser/messaging.ts';
import type { BackupToWorker } from '../../src/messages/backup-to-worker.ts';
import { createCaller } from '../../src/messages/caller.ts';
import type { BackupControl } from '../../src/ui/library/host.ts';

/** Null where the browser writes no files by itself. */
export async function createBackupControl(): Promise<BackupControl | null> {
  if (!(await canWriteFiles())) return null;
  const worker = createCaller<BackupToWorker>(sendToWorker, { timeout: 180_000, retries: 0 });
  return {
    read: readBackupState,
    onChanged: onBackupStateChanged,
    async set(every) {
      // Asked within the click, before anything else is awaited: browsers refuse it otherwise.
      if (every !== 'off' && !(await askForDownloads()) && !(await mayDownload())) return false;
      await changeBackupState((state) => ({
        ...state,
        every,
        since: new Date().toISOString(),
        failed: null,
      }));
      if (every !== 'off') void worker.makeBackup(null).catch(() => undefined);
      return true;
    },
    async makeNow() {
      const { ok, reason } = await worker.makeBackup(null);
      if (!ok) throw new Error(reason ?? 'the backup failed');
    },
  };
}

import { exclusively } from '../../src/browser/library-channel.ts';
import { answerMessages, ownId, type Sender } from '../../src/browser/messaging.ts';
import { makeBackupFile } from '../../src/library/files/backup-file.ts';
import type { BackupToPage } from '../../src/messages/backup-to-worker.ts';
import { createReceiver } from '../../src/messages/receiver.ts';
import { openDatasetDatabase } from '../../src/storage/dataset-database.ts';
import { openLibrary } from '../../src/storage/library/open-library.ts';
import { lessRemoved, readRedirects, readWithdrawals } from '../../src/storage/library/removals.ts';

// The hidden page of Chromium in which the file of a backup is made: its worker can make none.
const releases = openDatasetDatabase();
const now = () => new Date().toISOString();
answerMessages(
  createReceiver<BackupToPage, Sender>({
    handlers: {
      async buildBackup() {
        const cleaned = lessRemoved(await readWithdrawals(releases), await readRedirects(releases));
        const library = await openLibrary({ now, exclusively });
        const made = await makeBackupFile(library, now, () => crypto.randomUUID(), cleaned);
        return {
          url: URL.createObjectURL(made.file),
          name: made.name,
          notes: made.notes,
          bytes: made.file.size,
        };
      },
    },
    parse: { buildBackup: () => null },
    mayCall: (sender) => sender.extension === ownId(),
    report: (error, name) => console.error(`sidelight: ${name} failed`, error),
  }),
);

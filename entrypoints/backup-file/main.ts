import { exclusively } from '../../src/browser/library-channel.ts';
import { answerMessages, ownId, type Sender } from '../../src/browser/messaging.ts';
import { makeBackupFile } from '../../src/library/files/backup-file.ts';
import type { BackupToPage } from '../../src/messages/backup-to-worker.ts';
import { createReceiver } from '../../src/messages/receiver.ts';
import { openLibrary } from '../../src/storage/library/open-library.ts';

// The hidden page of Chromium in which the file of a backup is made: its worker can make none.
const now = () => new Date().toISOString();
answerMessages(
  createReceiver<BackupToPage, Sender>({
    handlers: {
      async buildBackup() {
        const made = await makeBackupFile(await openLibrary({ now, exclusively }), now, () =>
          crypto.randomUUID(),
        );
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

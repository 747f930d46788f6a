import { isTab, whenNotHeld } from '../../src/browser/hidden-page.ts';
import { exclusively } from '../../src/browser/library-channel.ts';
import { startWorker } from '../../src/browser/loader-thread.ts';
import { answerMessages, ownId, type Sender } from '../../src/browser/messaging.ts';
import { makeBackupFile } from '../../src/library/files/backup-file.ts';
import type { BackupToPage } from '../../src/messages/backup-to-worker.ts';
import type { LoaderToPage } from '../../src/messages/loader-to-page.ts';
import { createReceiver } from '../../src/messages/receiver.ts';
import { openDatasetDatabase } from '../../src/storage/dataset-database.ts';
import { openLibrary } from '../../src/storage/library/open-library.ts';
import { lessRemoved, readRedirects, readWithdrawals } from '../../src/storage/library/removals.ts';

// The hidden page of Chromium, whose worker can make no files and start no threads. It leaves when nobody needs it any more.

const now = () => new Date().toISOString();
const threads = new Map<string, () => void>();
const nameOf = (request: unknown) => {
  const { name } = request as { readonly name?: unknown };
  if (typeof name !== 'string') throw new Error('a thread has a name');
  return { name };
};
const receive = createReceiver<BackupToPage & LoaderToPage, Sender>({
  handlers: {
    async buildBackup() {
      const releases = openDatasetDatabase();
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
    startLoader({ name }) {
      if (!threads.has(name))
        threads.set(
          name,
          startWorker(name, () => stop(name)),
        );
      return null;
    },
    stopLoader({ name }) {
      stop(name);
      return null;
    },
  },
  parse: { buildBackup: () => null, startLoader: nameOf, stopLoader: nameOf },
  mayCall: (sender) => sender.extension === ownId() && sender.tab === undefined,
  report: (error, name) => console.error(`sidelight: ${name} failed`, error),
});
// Opened as a tab, by somebody who typed its address, it would answer beside the hidden one: then two threads did the same work.
if (isTab()) window.close();
else {
  whenNotHeld(() => window.close());
  answerMessages(receive);
}

function stop(name: string): void {
  threads.get(name)?.();
  threads.delete(name);
}

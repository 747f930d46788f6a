import { sha256 } from '../../src/browser/digest.ts';
import { answerCalls } from '../../src/browser/engine-port.ts';
import { createAnnouncer, exclusively, onAnnounced } from '../../src/browser/library-channel.ts';
import { createEngine } from '../../src/library/engine.ts';
import { engineArguments } from '../../src/library/engine-arguments.ts';
import { createReceiver } from '../../src/messages/receiver.ts';
import type { ToLibrary } from '../../src/messages/to-library.ts';
import { openDatasetDatabase } from '../../src/storage/dataset-database.ts';
import { createIndexCache } from '../../src/storage/library/index-cache.ts';
import { openLibrary } from '../../src/storage/library/open-library.ts';
import { readEnabled, readRedirects, readWithdrawals } from '../../src/storage/library/removals.ts';
import { rescue } from '../../src/storage/library/rescue.ts';
import { createReleaseStore } from '../../src/storage/releases.ts';

const releases = openDatasetDatabase();
const dataset = createReleaseStore(releases, () => new Promise((resolve) => setTimeout(resolve, 0, false)));
const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });
const now = () => new Date().toISOString();
const engine = createEngine({
  open: () => openLibrary({ now, exclusively }),
  rescue: () => rescue(),
  cache: createIndexCache(),
  now,
  newId: () => crypto.randomUUID(),
  digest: sha256,
  announce: createAnnouncer(),
  post: (news) => postMessage(news),
  estimate: () => navigator.storage.estimate(),
  persisted: () => navigator.storage.persisted(),
  languageName: (tag) => {
    try {
      return languages.of(tag) ?? tag;
    } catch {
      // Not a language tag: shown as it is.
      return tag;
    }
  },
  cards: (ids) => dataset.cards(ids),
  withdrawals: () => readWithdrawals(releases),
  redirects: () => readRedirects(releases),
  datasets: () => readEnabled(releases),
});
onAnnounced(() => engine.changedElsewhere());
answerCalls(
  globalThis,
  createReceiver<ToLibrary, null>({
    handlers: engine,
    parse: engineArguments,
    // Only the page that started this worker can send to it.
    mayCall: () => true,
    report: (error, name) => console.error(`sidelight: ${name} failed`, error),
  }),
);

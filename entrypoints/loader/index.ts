import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { z } from 'zod';
import { answerOn, whileWriting } from '../../src/browser/loader-channel.ts';
import { createLoader, DATASET_TIMES, type LoadProgress } from '../../src/loading/loader.ts';
import { loaderReceiver } from '../../src/loading/thread.ts';
import { createTurns } from '../../src/loading/turns.ts';
import { openDatasetDatabase } from '../../src/storage/dataset-database.ts';
import { createReleaseStore } from '../../src/storage/releases.ts';

/** The thread in which datasets are loaded; the name that it was given is that of its channel to the worker. */
export default defineUnlistedScript(() => {
  // Extension pages forbid eval; zod otherwise probes for it.
  z.config({ jitless: true });
  const turns = createTurns();
  const store = createReleaseStore(openDatasetDatabase(), turns.pause);
  const loader = createLoader({
    store,
    pause: turns.pause,
    fetch: (...request) => fetch(...request),
    times: DATASET_TIMES,
    exclusively: whileWriting,
  });
  let tell = (_: LoadProgress): void => undefined;
  answerOn<LoadProgress>((globalThis as unknown as { readonly name: string }).name, {
    receive: loaderReceiver(loader, (progress) => tell(progress)),
    asked: turns.askedElsewhere,
    tellBy(way) {
      tell = way;
    },
  });
});

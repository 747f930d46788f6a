import { render } from 'preact';
import { askHostPermission } from '../../src/browser/host-permission.ts';
import { sendToWorker } from '../../src/browser/messaging.ts';
import { createCaller } from '../../src/messages/caller.ts';
import type { ToWorker } from '../../src/messages/to-worker.ts';
import { Datasets } from '../../src/ui/updates/datasets.tsx';
import '../../src/ui/updates/updates.css';
import { UPDATES } from '../../src/ui/updates/words.ts';
import './page.css';

const root = document.getElementById('root');
if (root) {
  render(
    <>
      <h1>{UPDATES.title}</h1>
      <Datasets
        // Adding a dataset waits for its server; asking twice would add it twice.
        worker={createCaller<ToWorker>(sendToWorker, { timeout: 70_000, retries: 0 })}
        askPermission={askHostPermission}
        now={Date.now}
      />
    </>,
    root,
  );
}

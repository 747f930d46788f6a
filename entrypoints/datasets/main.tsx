import { askHostPermission } from '../../src/browser/host-permission.ts';
import { sendToWorker } from '../../src/browser/messaging.ts';
import { pageHost } from '../../src/browser/page-host.ts';
import { createCaller } from '../../src/messages/caller.ts';
import type { ToWorker } from '../../src/messages/to-worker.ts';
import { drawPage } from '../../src/ui/pages/draw.tsx';
import { Datasets } from '../../src/ui/updates/datasets.tsx';
import '../../src/ui/updates/updates.css';
import { UPDATES } from '../../src/ui/updates/words.ts';
import './page.css';

// Adding a dataset waits for its server; asking twice would add it twice.
const worker = createCaller<ToWorker>(sendToWorker, { timeout: 70_000, retries: 0 });

await drawPage(pageHost(document), () => (
  <>
    <h1>{UPDATES.title}</h1>
    <Datasets worker={worker} askPermission={askHostPermission} now={Date.now} />
  </>
));

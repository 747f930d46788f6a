import { render } from 'preact';
import { sendToTab, sendToWorker } from '../../src/browser/messaging.ts';
import { activeTab } from '../../src/browser/worker-host.ts';
import { createCaller } from '../../src/messages/caller.ts';
import type { ToPage } from '../../src/messages/to-page.ts';
import type { ToWorker } from '../../src/messages/to-worker.ts';
import { Popup } from '../../src/ui/popup/popup.tsx';
import '../../src/ui/popup/popup.css';

const root = document.getElementById('root');
const tab = await activeTab();
if (root) {
  render(
    <Popup
      worker={createCaller<ToWorker>(sendToWorker)}
      page={tab === null ? null : createCaller<ToPage>(sendToTab(tab), { timeout: 2000, retries: 0 })}
      close={() => window.close()}
    />,
    root,
  );
}

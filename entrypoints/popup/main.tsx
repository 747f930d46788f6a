import { sendToTab, sendToWorker } from '../../src/browser/messaging.ts';
import { openLibraryTab } from '../../src/browser/notes-host.ts';
import {
  askToReadPages,
  mayReadPages,
  openPanel,
  openSettings,
  ownWindow,
  today,
} from '../../src/browser/own-pages.ts';
import { pageHost } from '../../src/browser/page-host.ts';
import { changeSettings, readSettings } from '../../src/browser/settings-store.ts';
import { shownTab } from '../../src/browser/tabs.ts';
import { createCaller } from '../../src/messages/caller.ts';
import type { ToPage } from '../../src/messages/to-page.ts';
import type { ToWorker } from '../../src/messages/to-worker.ts';
import { drawPage } from '../../src/ui/pages/draw.tsx';
import { PAGE_TABLES } from '../../src/ui/pages/strings.ts';
import { Popup } from '../../src/ui/popup/popup.tsx';
import { CARD_TABLES } from '../../src/ui/strings.ts';
import '../../src/ui/pages/pages.css';
import '../../src/ui/popup/popup.css';

const [tab, windowId, settings, mayRead] = await Promise.all([
  shownTab(location.href),
  ownWindow(),
  readSettings(),
  mayReadPages(),
]);
const worker = createCaller<ToWorker>(sendToWorker);
const page = tab && createCaller<ToPage>(sendToTab(tab.id), { timeout: 2000, retries: 0 });

await drawPage(pageHost(document), { ...CARD_TABLES, ...PAGE_TABLES }, () => (
  <Popup
    worker={worker}
    page={page}
    host={tab && !tab.isPrivate ? tab.host : null}
    isPrivate={tab?.isPrivate ?? false}
    settings={settings}
    changeSettings={changeSettings}
    askForAccess={mayRead ? null : askToReadPages}
    openPanel={() => openPanel(windowId, tab?.id ?? -1)}
    openSettings={openSettings}
    openLibrary={() => openLibraryTab('')}
    close={() => window.close()}
    today={today()}
  />
));

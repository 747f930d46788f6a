import { askHostPermission } from '../../src/browser/host-permission.ts';
import { sendToWorker } from '../../src/browser/messaging.ts';
import { openLibraryTab } from '../../src/browser/notes-host.ts';
import { today } from '../../src/browser/own-pages.ts';
import { pageHost } from '../../src/browser/page-host.ts';
import { BROWSER, listCommands, openShortcuts } from '../../src/browser/settings-host.ts';
import { changeSettings, onSettingsChanged, readSettings } from '../../src/browser/settings-store.ts';
import { writeSettingsFile } from '../../src/core/settings/settings-file.ts';
import { createCaller } from '../../src/messages/caller.ts';
import type { ToWorker } from '../../src/messages/to-worker.ts';
import { drawPage } from '../../src/ui/pages/draw.tsx';
import { PAGE_TABLES } from '../../src/ui/pages/strings.ts';
import { jsonFile, saveFile } from '../../src/ui/save-file.ts';
import { SettingsPage } from '../../src/ui/settings/settings-page.tsx';
import { CARD_TABLES } from '../../src/ui/strings.ts';
import '../../src/ui/pages/pages.css';
import '../../src/ui/settings/settings.css';
import '../../src/ui/updates/updates.css';

// Erasing sets the dataset up anew, and adding one waits for its server: both take longer than an answer, and are not repeated.
const worker = createCaller<ToWorker>(sendToWorker, { timeout: 70_000, retries: 0 });
const store = { first: await readSettings(), change: changeSettings, onChanged: onSettingsChanged };
// Another language draws the page anew, with the settings as they are by then.
onSettingsChanged((settings) => {
  store.first = settings;
}, new AbortController().signal);

await drawPage(pageHost(document), { ...CARD_TABLES, ...PAGE_TABLES }, () => (
  <SettingsPage
    store={store}
    worker={worker}
    browser={BROWSER}
    listCommands={listCommands}
    openShortcuts={openShortcuts}
    askPermission={askHostPermission}
    openLibrary={() => openLibraryTab('')}
    saveFile={(settings) =>
      saveFile(jsonFile(writeSettingsFile(settings)), `sidelight-settings-${today()}.json`)
    }
    today={today()}
  />
));

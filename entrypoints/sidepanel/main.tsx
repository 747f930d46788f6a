import { sendToTab, sendToWorker } from '../../src/browser/messaging.ts';
import { openLibraryTab } from '../../src/browser/notes-host.ts';
import { today } from '../../src/browser/own-pages.ts';
import { pageHost } from '../../src/browser/page-host.ts';
import { onTabMoved, shownTab } from '../../src/browser/tabs.ts';
import { createCaller } from '../../src/messages/caller.ts';
import type { ToPage } from '../../src/messages/to-page.ts';
import type { ToWorker } from '../../src/messages/to-worker.ts';
import { drawPage } from '../../src/ui/pages/draw.tsx';
import { PAGE_TABLES } from '../../src/ui/pages/strings.ts';
import { Panel } from '../../src/ui/panel/panel.tsx';
import { CARD_TABLES } from '../../src/ui/strings.ts';
import '../../src/ui/pages/pages.css';
import '../../src/ui/panel/panel.css';

const worker = createCaller<ToWorker>(sendToWorker);
let shown: number | null = null;
const source = {
  current: async () => {
    const tab = await shownTab(location.href);
    shown = tab?.id ?? null;
    return tab && createCaller<ToPage>(sendToTab(tab.id), { timeout: 10_000, retries: 0 });
  },
  onMoved: (callback: () => void, signal: AbortSignal) => onTabMoved(callback, signal, () => shown),
  wait: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
};

await drawPage(pageHost(document), { ...CARD_TABLES, ...PAGE_TABLES }, () => (
  <Panel source={source} worker={worker} openLibrary={() => openLibraryTab('')} today={today()} />
));

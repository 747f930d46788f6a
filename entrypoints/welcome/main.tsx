import { onIndexStored } from '../../src/browser/index-store.ts';
import { answerMessages, ownId, sendToWorker } from '../../src/browser/messaging.ts';
import { pageHost } from '../../src/browser/page-host.ts';
import { listCommands } from '../../src/browser/settings-host.ts';
import { changeSettings } from '../../src/browser/settings-store.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings/settings.ts';
import { createCaller } from '../../src/messages/caller.ts';
import type { ToWorker } from '../../src/messages/to-worker.ts';
import { createHands } from '../../src/page/hands.ts';
import { judgePage } from '../../src/page/read/page-kind.ts';
import { startSession } from '../../src/page/session.ts';
import { createCardDoor } from '../../src/ui/card/door.tsx';
import { createCardTools } from '../../src/ui/card-tools/door.tsx';
import { TOOL_TABLES } from '../../src/ui/card-tools/strings.ts';
import { drawPage } from '../../src/ui/pages/draw.tsx';
import { keysInWords } from '../../src/ui/pages/keys.ts';
import { untilSeen } from '../../src/ui/pages/seen.ts';
import { PAGE_TABLES } from '../../src/ui/pages/strings.ts';
import { CARD_TABLES } from '../../src/ui/strings.ts';
import { Welcome } from '../../src/ui/welcome/welcome.tsx';
import '../marks.css';
import '../../src/ui/pages/pages.css';
import '../../src/ui/welcome/welcome.css';

const seen = () => untilSeen(document);
// The first import of the dataset may still be under way.
const worker = createCaller<ToWorker>(sendToWorker, { timeout: 60_000, retries: 1 });
const nextKey = (await listCommands?.())?.find(({ name }) => name === 'next-mention')?.shortcut ?? '';
await drawPage(pageHost(document), { ...CARD_TABLES, ...PAGE_TABLES, ...TOOL_TABLES }, () => (
  <Welcome worker={worker} nextKey={keysInWords(nextKey)} settingsAddress="/options.html" seen={seen} />
));

// No content script runs on the extension's own pages: what it does for an article is done here, with the other scripts in it.
const { signal } = new AbortController();
globalThis.sidelightHands = createHands;
globalThis.sidelightCard = createCardDoor(document);
globalThis.sidelightTools = createCardTools();
const session = startSession({
  document,
  worker,
  extension: ownId(),
  // Whatever the reader has switched off elsewhere: this page is for trying.
  settings: DEFAULT_SETTINGS,
  changeSettings,
  judge: judgePage,
  insists: false,
  // Nothing of a made-up article is worth keeping.
  saveMention: null,
  isConnected: () => true,
  // Nobody takes away the access to a page of our own.
  checkAccess: async () => undefined,
  signal,
});
onIndexStored(() => session.releaseChanged(), signal);
// Shortcuts and the popup reach this page as they reach any other.
answerMessages(session.answer, signal);

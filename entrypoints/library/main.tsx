import { connectEngine } from '../../src/browser/engine-port.ts';
import { changeHints } from '../../src/browser/note-hints.ts';
import { persistStorage } from '../../src/browser/notes-host.ts';
import { pageHost } from '../../src/browser/page-host.ts';
import { changeSettings, readSettings } from '../../src/browser/settings-store.ts';
import { pageKey } from '../../src/core/annotation/page-key.ts';
import { createCaller } from '../../src/messages/caller.ts';
import type { ToLibrary } from '../../src/messages/to-library.ts';
import { App } from '../../src/ui/library/app.tsx';
import { LIBRARY, LIBRARY_TABLES } from '../../src/ui/library/strings.ts';
import { NOTE_TABLES } from '../../src/ui/notes/strings.ts';
import { drawPage } from '../../src/ui/pages/draw.tsx';
import { saveFile } from '../../src/ui/save-file.ts';
import { CARD_TABLES } from '../../src/ui/strings.ts';
import { createBackupControl } from './backup-control.ts';
import '../../src/ui/library/library.css';

// The engine's work is long at times (an import, an export): no time limit, and never twice.
const port = connectEngine(new Worker(new URL('./engine.ts', import.meta.url), { type: 'module' }));
const engine = createCaller<ToLibrary>(port.send, { timeout: 3_600_000, retries: 0 });
const backup = await createBackupControl();
const asked = new URLSearchParams(location.search);
const page = asked.get('page');

// Chromium's worker cannot ask for this; the first page of ours that opens does.
void persistStorage().catch(() => false);

await drawPage(
  pageHost(document, ['card', 'notes', 'library']),
  { ...CARD_TABLES, ...NOTE_TABLES, ...LIBRARY_TABLES },
  () => (
    <App
      start={{ note: asked.get('note'), page: page && pageKey(page) }}
      host={{
        engine,
        onNews: port.onNews,
        saveFile,
        copy: (text) => navigator.clipboard.writeText(text),
        addHints: (hints) =>
          changeHints((known) =>
            [...new Set([...known.split(' '), ...hints])].filter((hint) => hint !== '').join(' '),
          ),
        persist: persistStorage,
        languageName: englishLanguageName,
        readButton: async () => (await readSettings()).selectionButton,
        setButton: async (selectionButton) => {
          await changeSettings((settings) => ({ ...settings, selectionButton }));
        },
        backup,
      }}
    />
  ),
  () => LIBRARY.pageTitle,
);

function englishLanguageName(tag: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  } catch {
    // Not a language tag: as it is.
    return tag;
  }
}

/** One state by itself, in the language asked for. */
import { render } from 'preact';
import type { WordPart, Words } from '../../src/core/words/fill.ts';
import { wordsOf } from '../../src/core/words/languages.ts';
import cardSheet from '../../src/ui/card/card.css?inline';
import { TOOL_TABLES } from '../../src/ui/card-tools/strings.ts';
import librarySheet from '../../src/ui/library/library.css?inline';
import { LIBRARY_TABLES } from '../../src/ui/library/strings.ts';
import { NOTE_TABLES } from '../../src/ui/notes/strings.ts';
import pagesSheet from '../../src/ui/pages/pages.css?inline';
import { PAGE_TABLES } from '../../src/ui/pages/strings.ts';
import panelSheet from '../../src/ui/panel/panel.css?inline';
import popupSheet from '../../src/ui/popup/popup.css?inline';
import settingsSheet from '../../src/ui/settings/settings.css?inline';
import { CARD_TABLES } from '../../src/ui/strings.ts';
import updatesSheet from '../../src/ui/updates/updates.css?inline';
import welcomeSheet from '../../src/ui/welcome/welcome.css?inline';
import { DIRECTION, LANGUAGE, speak } from '../../src/ui/words.ts';
import { ROOMS } from './rooms.ts';

const SHEETS = {
  pages: pagesSheet,
  popup: popupSheet,
  panel: panelSheet,
  settings: settingsSheet,
  updates: updatesSheet,
  welcome: welcomeSheet,
  library: librarySheet,
};

const asked = new URLSearchParams(location.search);
const room = ROOMS[Number(asked.get('room'))];
const state = room?.states[Number(asked.get('state'))];
const scheme = asked.get('scheme') ?? 'light';

/** The sheets ask the browser for its colours; a frame cannot be given others, so the question is answered beforehand. */
function inScheme(sheet: string): string {
  const other = scheme === 'dark' ? 'light' : 'dark';
  return sheet
    .replaceAll(/\(prefers-color-scheme:\s*(\w+)\)/g, (_, wanted) =>
      wanted === other ? '(width < 0px)' : '(width >= 0px)',
    )
    .replaceAll('color-scheme: light dark', `color-scheme: ${scheme}`);
}

async function readWords(): Promise<Words> {
  const language = asked.get('language') ?? 'en';
  if (language === 'en') return wordsOf('en');
  const parts = await Promise.all(
    (['card', 'pages', 'library', 'notes'] satisfies WordPart[]).map(
      async (part) => (await (await fetch(`/words/${language}.${part}.json`)).json()) as Words,
    ),
  );
  return {
    ...(parts[0] ?? wordsOf('en')),
    tables: Object.assign({}, ...parts.map(({ tables }) => tables)),
  };
}

if (!room || !state) throw new Error('there is no such state');
speak(state.words ?? (await readWords()), {
  ...CARD_TABLES,
  ...PAGE_TABLES,
  ...TOOL_TABLES,
  ...LIBRARY_TABLES,
  ...NOTE_TABLES,
});
document.documentElement.lang = LANGUAGE;
document.documentElement.style.colorScheme = scheme;
const style = document.createElement('style');
let place = document.getElementById('root') as HTMLElement;
if (room.sheets === 'card') {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  // The card stands where its host is put; here that is the frame's corner.
  host.style.cssText = '--left:8px;--top:8px';
  style.textContent = inScheme(cardSheet);
  place = document.createElement('div');
  place.className = 'mount';
  root.append(style, place);
  document.body.append(host);
} else {
  document.documentElement.dir = DIRECTION;
  style.textContent = inScheme(room.sheets.map((name) => SHEETS[name]).join('\n'));
  document.head.append(style);
}
render(state.draw(), place);

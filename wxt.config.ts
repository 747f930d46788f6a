import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { compileDataset } from './src/publish/compile.ts';
import { loadLocales, packLocales } from './src/publish/locales.ts';

/** What the browser itself shows of the extension, in English; the locales translate it by these keys. */
const WORDS = {
  description: 'Puts sourced context beside the news: surveillance vendors, projects and laws.',
  'next-mention': 'Open the card of the next mention',
  'previous-mention': 'Open the card of the previous mention',
  pause: 'Pause on this page, and go on',
  'save-selection': 'Save the selected words to your library',
};
const message = (key: keyof typeof WORDS) => `__MSG_${key.replaceAll('-', '_')}__`;

/** Where pages are read. Chromium asks the reader apart for files; Firefox runs no extension's script on them. */
const webPages = (browser: string) => [
  'http://*/*',
  'https://*/*',
  ...(browser === 'firefox' ? [] : ['file:///*']),
];

/** What git does not keep goes into no package either: above all the keys that releases are signed with. */
function notKept(): string[] {
  const list = resolve(import.meta.dirname, '.gitignore');
  // The sources that a reviewer unpacks have none: what stands in them was chosen by it.
  if (!existsSync(list)) return [];
  return readFileSync(list, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => `${line.startsWith('/') ? line.slice(1) : `**/${line}`}${line.endsWith('/') ? '**' : ''}`);
}

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  entrypointsDir: 'entrypoints',
  publicDir: 'assets/public',
  manifestVersion: 3,
  imports: false,
  zip: { excludeSources: notKept() },
  manifest: ({ browser }) => ({
    name: 'Sidelight',
    description: message('description'),
    default_locale: 'en',
    permissions: [
      ...['storage', 'unlimitedStorage', 'scripting', 'contextMenus', 'alarms'],
      // Chromium's worker cannot make a file of what it has in memory: a hidden page of ours does, for backups.
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    // The matcher is WebAssembly, compiled in the worker; a script from elsewhere, or made of text, runs as little as before.
    content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
    // Asked for when scheduled backups are switched on.
    optional_permissions: ['downloads'],
    host_permissions: webPages(browser),
    // Scripts of ours and not WXT's content scripts: those announce themselves by an event on the document, to any page.
    content_scripts: [
      {
        matches: webPages(browser),
        js: ['scout.js'],
        run_at: 'document_end',
        all_frames: true,
        // Frames without an address of their own (srcdoc, blob:, data:) hold articles as well.
        match_origin_as_fallback: true,
      },
      {
        matches: webPages(browser),
        // Here from the start: a sheet that comes later makes the browser compute all styles of the page once more.
        css: ['assets/marks.css'],
        // Firefox paints highlights in shadow trees only by the reader's own sheets.
        css_origin: 'user',
        run_at: 'document_start',
        all_frames: true,
        match_origin_as_fallback: true,
      },
    ],
    // The script that reads articles: imported, Chromium keeps it compiled. By an address that is another one each time the browser
    // starts, so that no page can ask for it. In Firefox the worker injects it.
    ...(browser === 'firefox'
      ? {}
      : {
          web_accessible_resources: [
            { resources: ['mentions.js'], matches: ['<all_urls>'], use_dynamic_url: true },
          ],
        }),
    action: { default_title: 'Sidelight' },
    commands: {
      'next-mention': {
        suggested_key: { default: 'Alt+Shift+Period' },
        description: message('next-mention'),
      },
      'previous-mention': {
        suggested_key: { default: 'Alt+Shift+Comma' },
        description: message('previous-mention'),
      },
      pause: {
        // Not P: Chromium keeps Alt+Shift+P for groups of tabs, and leaves a command that asks for it without a key.
        suggested_key: { default: 'Alt+Shift+O' },
        description: message('pause'),
      },
      'save-selection': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: message('save-selection'),
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'sidelight@sidelight.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : // Earlier ones hand the reading script out by its plain address as well.
        { minimum_chrome_version: '130' }),
  }),
  vite: () => ({
    // Constants stay constants: as `var` a table is looked up and checked at every turn of a loop.
    build: { rolldownOptions: { output: { topLevelVar: false } } },
    resolve: {
      alias: {
        // micromark asks a document for named characters wherever it takes its surroundings for a page; the library's
        // engine is a worker and has none. This is the same package's form for workers.
        'decode-named-character-reference': resolve('node_modules/decode-named-character-reference/index.js'),
      },
    },
  }),
  hooks: {
    // Of the script that reads pages most is called at once. Said at its head, it is compiled in one go instead of being parsed
    // twice, function by function as it is met (Chromium 136; a comment elsewhere). Not the scout: most pages settle with a part
    // of it, and all of it compiled at once was its longest piece (13 ms of the page's thread instead of 8).
    'vite:build:extendConfig': ([entrypoint], config) => {
      if (entrypoint?.name !== 'mentions') return;
      config.plugins?.push({
        name: 'compile-at-once',
        enforce: 'post',
        generateBundle(_, bundle) {
          for (const chunk of Object.values(bundle))
            if (chunk.type === 'chunk') chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
        },
      });
    },
    // The bundled release is compiled on every build, so that what ships is what the records say, or nothing ships.
    'build:publicAssets': (wxt, files) => {
      const release = compileDataset(resolve(wxt.config.root, 'assets/dataset'));
      files.push({ contents: JSON.stringify(release), relativeDest: 'release.json' });
      const locales = loadLocales(resolve(wxt.config.root, 'assets/locales'));
      for (const [relativeDest, contents] of packLocales(locales, WORDS))
        files.push({ contents, relativeDest });
    },
  },
});

import { resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { compileDataset } from './src/publish/compile.ts';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  entrypointsDir: 'entrypoints',
  publicDir: 'assets/public',
  manifestVersion: 3,
  imports: false,
  manifest: ({ browser }) => ({
    name: 'Sidelight',
    description: 'Puts sourced context beside the news: surveillance vendors, projects and laws.',
    permissions: [
      ...['storage', 'unlimitedStorage', 'scripting', 'contextMenus', 'alarms'],
      // Chromium's worker cannot make a file of what it has in memory: a hidden page of ours does, for backups.
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    // Asked for when scheduled backups are switched on.
    optional_permissions: ['downloads'],
    host_permissions: ['http://*/*', 'https://*/*'],
    action: { default_title: 'Sidelight' },
    commands: {
      'next-mention': {
        suggested_key: { default: 'Alt+Shift+Period' },
        description: 'Open the card of the next mention',
      },
      'previous-mention': {
        suggested_key: { default: 'Alt+Shift+Comma' },
        description: 'Open the card of the previous mention',
      },
      'save-selection': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: 'Save the selected words to your library',
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
      : { minimum_chrome_version: '128' }),
  }),
  vite: () => ({
    resolve: {
      alias: {
        // micromark asks a document for named characters wherever it takes its surroundings for a page; the library's
        // engine is a worker and has none. This is the same package's form for workers.
        'decode-named-character-reference': resolve('node_modules/decode-named-character-reference/index.js'),
      },
    },
  }),
  hooks: {
    // The bundled release is compiled on every build, so that what ships is what the records say, or nothing ships.
    'build:publicAssets': (wxt, files) => {
      const release = compileDataset(resolve(wxt.config.root, 'assets/dataset'));
      files.push({ contents: JSON.stringify(release), relativeDest: 'release.json' });
    },
  },
});

/**
 * Which room may import from which. Imports go one way: core knows nobody, messages are the only bridge between the page's
 * side (page, ui) and the worker's (background, storage, updates), and entrypoints only wire.
 */

export interface Doors {
  /** Rooms it may import from, types and values. Its own room is always open. */
  readonly values: readonly string[];
  /** Rooms it may import types from: they vanish in the build. */
  readonly types?: readonly string[];
  /** Packages; `node:` stands for Node's own modules, `(computed)` for an import by an address that is made as it runs. */
  readonly packages: readonly string[];
}

/** A room is a folder below src; core has rooms of its own, because its parts must stay apart as well. */
export const DOORS: Readonly<Record<string, Doors>> = {
  'core/text': { values: [], packages: [] },
  'core/selectors': { values: ['core/text'], packages: ['approx-string-match'] },
  'core/dataset': { values: ['core/text', 'core/once'], packages: ['zod'] },
  'core/linking': {
    values: ['core/text', 'core/selectors', 'core/once'],
    types: ['core/dataset'],
    packages: [],
  },
  // Compiled to WebAssembly, with nothing but itself (scripts/matcher.ts).
  matcher: { values: [], packages: [] },
  'core/annotation': { values: ['core/text', 'core/selectors'], types: ['core/dataset'], packages: [] },
  'core/settings': { values: [], packages: [] },
  'core/failures': { values: [], packages: [] },
  'core/once': { values: [], packages: [] },
  'core/signals': { values: [], packages: [] },
  'core/streams': { values: [], packages: [] },
  'core/words': { values: [], types: ['core/settings'], packages: [] },
  messages: { values: [], types: ['core/*'], packages: ['zod'] },
  browser: {
    values: ['messages', 'core/once', 'core/settings', 'core/words'],
    types: ['core/*'],
    packages: ['wxt/browser', 'webextension-polyfill', '(computed)'],
  },
  storage: {
    values: ['core/*'],
    packages: ['dexie', 'fflate', 'snappyjs/snappy_compressor.js', 'snappyjs/snappy_decompressor.js'],
  },
  updates: {
    values: ['core/*'],
    packages: ['@freedomofpress/tuf-browser', '@noble/hashes/sha2.js', '@noble/hashes/utils.js', 'zod'],
  },
  library: { values: ['core/*', 'messages', 'storage'], packages: ['fflate', 'micromark'] },
  loading: { values: ['core/*', 'messages', 'storage', 'updates'], packages: [] },
  background: {
    values: ['core/*', 'messages', 'storage', 'updates', 'library', 'loading'],
    packages: ['zod'],
  },
  page: { values: ['core/*', 'messages'], packages: [] },
  ui: {
    values: ['core/*', 'messages'],
    types: ['page'],
    packages: ['preact', 'preact/hooks', 'd3-force', 'diff', 'micromark'],
  },
  publish: {
    values: ['core/*', 'page', 'updates'],
    packages: ['node:', 'yaml', 'zod', 'happy-dom', 'd3-force', '@tufjs/models'],
  },
};

/** Packages that must not come along into a content script, by whatever way: they are heavy, or the worker's. */
export const BANNED_FROM_SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  'entrypoints/scout': [
    'preact',
    'zod',
    'dexie',
    'yaml',
    'd3-force',
    'webextension-polyfill',
    'wxt/browser',
    '@freedomofpress/tuf-browser',
  ],
  'entrypoints/mentions': ['preact', 'zod', 'dexie', 'yaml', 'd3-force', '@freedomofpress/tuf-browser'],
  'entrypoints/hands': ['preact', 'zod', 'dexie', 'yaml', 'd3-force', '@freedomofpress/tuf-browser'],
  'entrypoints/card/': ['zod', 'dexie', 'yaml', 'd3-force', '@freedomofpress/tuf-browser'],
  'entrypoints/card-tools': ['zod', 'dexie', 'yaml', 'd3-force', '@freedomofpress/tuf-browser'],
  'entrypoints/notes.content': ['zod', 'dexie', 'yaml', 'micromark', 'fflate', 'snappyjs'],
};

/**
 * The languages of the interface, from the files that people translate (assets/locales) to what the extension packs: for each
 * language and part one small JSON file, of which a page reads one, and the browser's own `_locales` for the manifest.
 * Serbian is written once, in Latin, and turned into Cyrillic here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { toCyrillicProse } from '../core/text/serbian-prose.ts';
import { type Entry, WORD_PARTS, type WordTables } from '../core/words/fill.ts';
import { type InterfaceLanguage, LANGUAGES, NEAR_LOCALES, wordsOf } from '../core/words/languages.ts';

const entry = z.union([z.string(), z.array(z.string()), z.record(z.string(), z.string())]);
const tables = z.record(z.string(), z.record(z.string(), entry));
const localeFile = z.strictObject({
  /** What the browser shows: the extension's description and what its shortcuts do. */
  manifest: z.record(z.string(), z.string()),
  /** What the card says, and the other pages with it. */
  card: tables,
  /** What only the extension's own pages say. */
  pages: tables,
  /** What only the library's page says. */
  library: tables,
  /** What notes on pages say; colours are the library's too. */
  notes: tables,
  /** What is said to screen readers, in the browser's menus, and in the notice on a page. */
  announce: tables,
});

export type Locale = z.infer<typeof localeFile>;

/** Names of programs and formats made of letters that Serbian has. */
const KEPT_IN_LATIN = new Set(
  'Sidelight JSON Markdown Chrome Chromium Edge Firefox Alt Control Shift Enter Delete Esc e Manage Shortcuts Dexie Internet Archive Command Creative Commons Hypothesis Zotero Obsidian Logseq Pandoc Web Annotation'.split(
    ' ',
  ),
);

/** Every language but English, which is in the code. @throws naming the file when one has another form */
export function loadLocales(folder: string): Map<InterfaceLanguage, Locale> {
  const locales = new Map<InterfaceLanguage, Locale>();
  for (const file of readdirSync(folder).sort()) {
    const language = basename(file, '.yaml');
    if (!isLanguage(language)) throw new Error(`${join(folder, file)}: no language of the interface`);
    const parsed = localeFile.safeParse(parse(readFileSync(join(folder, file), 'utf8')));
    if (!parsed.success) throw new Error(`${join(folder, file)}: ${z.prettifyError(parsed.error)}`);
    locales.set(language, parsed.data);
  }
  const latin = locales.get('sr-Latn');
  if (latin) locales.set('sr', inCyrillic(latin));
  return locales;
}

/** What is packed: path → text. */
export function packLocales(
  locales: ReadonlyMap<InterfaceLanguage, Locale>,
  english: Locale['manifest'],
): Map<string, string> {
  const files = new Map([['_locales/en/messages.json', browserMessages(english)]]);
  for (const [language, locale] of locales) {
    for (const part of WORD_PARTS) {
      files.set(`words/${language}.${part}.json`, JSON.stringify(wordsOf(language, locale[part])));
    }
    // What a locale lacks the browser takes from the default one.
    for (const name of [language.replace('-', '_'), ...(NEAR_LOCALES[language] ?? [])])
      files.set(`_locales/${name}/messages.json`, browserMessages(locale.manifest));
  }
  return files;
}

function browserMessages(messages: Locale['manifest']): string {
  const keys = Object.entries(messages).map(([key, message]) => [key.replaceAll('-', '_'), { message }]);
  return JSON.stringify(Object.fromEntries(keys));
}

function isLanguage(name: string): name is InterfaceLanguage {
  return Object.hasOwn(LANGUAGES, name);
}

function inCyrillic({ manifest, card, pages, library, notes, announce }: Locale): Locale {
  const turn = (found: WordTables): Locale['card'] =>
    mapValues(found, (table) => mapValues(table, turnEntry));
  return {
    manifest: mapValues(manifest, cyrillic),
    card: turn(card),
    pages: turn(pages),
    library: turn(library),
    notes: turn(notes),
    announce: turn(announce),
  };
}

function turnEntry(found: Entry): z.infer<typeof entry> {
  if (typeof found === 'string') return cyrillic(found);
  if (Array.isArray(found)) return found.map(cyrillic);
  return mapValues(found as Readonly<Record<string, string>>, cyrillic);
}

function cyrillic(text: string): string {
  return toCyrillicProse(text, KEPT_IN_LATIN);
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/**
 * Which language the interface speaks. English is in the code (strings.ts, pages/strings.ts); the words of another language
 * come as data, one language at a time, and take its place in the same tables, so that whoever shows a word just reads it.
 */
import { type Entry, fill, type Words } from '../core/words/fill.ts';

/** What these words are written in: the card says so, or a screen reader would speak them in the page's language. */
export let LANGUAGE: string = 'en';
export let DIRECTION: 'ltr' | 'rtl' = 'ltr';
/** Whose dates, numbers, names of countries and of languages. */
export let LOCALE: string = 'en-GB';

/** Tables by name, as the locale files name them. */
export type Tables = Readonly<Record<string, object>>;

/** The English of each table that has been spoken over. */
const english = new WeakMap<object, Readonly<Record<string, unknown>>>();

/** Speaks `words` from now on; what they lack stays English. What is on the screen changes when it is drawn again. */
export function speak(words: Words, tables: Tables): void {
  const { locale } = words;
  LANGUAGE = words.language;
  LOCALE = locale;
  DIRECTION = words.direction;
  for (const [name, table] of Object.entries(tables)) {
    const source = english.get(table) ?? { ...table };
    english.set(table, source);
    for (const [key, value] of Object.entries(source)) {
      // The tables are read-only for everyone but this function.
      (table as Record<string, unknown>)[key] = translated(value, words.tables[name]?.[key], locale);
    }
  }
}

/** The message in the shape in which English has it; English where it does not fit. */
function translated(value: unknown, entry: Entry | undefined, locale: string): unknown {
  if (entry === undefined) return value;
  if (Array.isArray(value)) return Array.isArray(entry) && entry.length === value.length ? entry : value;
  if (Array.isArray(entry)) return value;
  if (typeof value === 'function')
    return (...args: readonly unknown[]) => fill(entry as Exclude<Entry, readonly string[]>, args, locale);
  return typeof entry === 'string' ? entry : value;
}

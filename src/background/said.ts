/** Words of the worker's own, in the reader's language: it has no page in which a table could be spoken over. */
import { fill, type Words } from '../core/words/fill.ts';

/** The message `key` of an English table that locales translate as `name`; in English where the words lack it. */
export function said<
  Table extends Readonly<Record<string, (...args: never[]) => string>>,
  Key extends keyof Table & string,
>(words: Words, name: string, table: Table, key: Key, ...args: Parameters<Table[Key]>): string {
  const entry = words.tables[name]?.[key];
  // The key's own parameters: TypeScript does not follow that through the union.
  if (entry === undefined) return (table[key] as unknown as (...args: unknown[]) => string)(...args);
  return fill(entry as Exclude<typeof entry, readonly string[]>, args, words.locale);
}

/**
 * Messages of the interface in another language, as data: nothing in them can run. A message is a text with numbered gaps,
 * `{0} of {1}`, or several texts of which the arguments choose one:
 *
 *   { one: '{0} Aussage', other: '{0} Aussagen' }     the first number among the arguments chooses, by the language's plurals
 *   { then: 'damals bekannt', since: '…' }            without a number, the first argument chooses
 */
import type { Settings } from '../settings/settings.ts';

export type Forms = Readonly<Record<string, string>>;
/** A list stands where English has one: a relation reads in two directions. */
export type Entry = string | Forms | readonly string[];
/** Table (such as `TEXT`) → key → message. */
export type WordTables = Readonly<Record<string, Readonly<Record<string, Entry>>>>;

/**
 * Parts of the interface whose words travel apart: the card with its tools, the extension's own pages, the library's page, the
 * notes on pages, and what is said outside all of these: to screen readers, in the browser's menus, in a notice on a page.
 */
export const WORD_PARTS = ['card', 'pages', 'library', 'notes', 'announce'] as const;
export type WordPart = (typeof WORD_PARTS)[number];

/** All words of one part of the interface in one language. What is missing is said in English. */
export interface Words {
  readonly language: Exclude<Settings['language'], 'auto'>;
  /** Whose dates, numbers, plurals and names of countries. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly tables: WordTables;
}

/** The message with its gaps filled; numbers are written as the locale writes them. */
export function fill(entry: string | Forms, args: readonly unknown[], locale: string): string {
  const text = typeof entry === 'string' ? entry : chosen(entry, args, locale);
  return text.replace(/\{(\d)\}/g, (gap, index: string) => {
    const value = args[Number(index)];
    if (value === undefined) return gap;
    return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : String(value);
  });
}

function chosen(forms: Forms, args: readonly unknown[], locale: string): string {
  const count = args.find((argument) => typeof argument === 'number');
  const key = count === undefined ? String(args[0]) : new Intl.PluralRules(locale).select(count);
  // Russian has a form for fractions that counting never needs, French one for millions.
  return forms[key] ?? forms.other ?? forms.many ?? Object.values(forms).at(-1) ?? '';
}

/**
 * Proclitics: small words that Arabic and Hebrew write onto the beginning of a name (وهواوي “and Huawei”, לפגסוס “to
 * Pegasus”).
 *
 * Written out, every name of these scripts would be some dozen forms. Instead the matcher takes a proclitic off a word of
 * such a text and looks up what is left. Only whole proclitics of the tables come off, and what is left must be a name from
 * its first letter to its last, so no longer, different word is taken for one.
 *
 * Where a proclitic swallows the article of a name there is nothing to take off; these few forms are spelled out
 * (`contracted`), and the proclitic is part of the name there.
 *
 * Sources: Arabic Ryding, A Reference Grammar of Modern Standard Arabic (2005), on و ف ب ل ك and on لل; Hebrew the Academy
 * of the Hebrew Language on the particles of משה וכלב, their order and the article that ב כ ל take up. What may follow what
 * is theirs; that news does not use the rest with names (س, أ) is our choice.
 */

/** Each of the first or none, then each of the second or none, and so on; never nothing at all. */
function inOrder(...slots: readonly (readonly string[])[]): string {
  let combined = [''];
  for (const slot of slots) {
    const before = combined;
    combined = [...before];
    for (const part of slot) for (const left of before) combined.push(left + part);
  }
  // The first is nothing.
  return combined.slice(1).join(' ');
}

/** What may stand before a name, by language; folded, as all of the text is that it is compared with; spaces between. */
const TABLES: Readonly<Record<string, () => string>> = {
  ar: () => inOrder(['و', 'ف'], ['ب', 'ل', 'ك']),
  he: () => inOrder(['ו'], ['ש', 'כש', 'לכש', 'מש'], ['ב', 'ל', 'מ', 'כ'], ['ה']),
};

/** Proclitics of a language by its two letters; empty for all that write none. */
export function procliticsOf(code: string): string {
  return Object.hasOwn(TABLES, code) ? (TABLES[code]?.() ?? '') : '';
}

/** Proclitics of every language at once: for measuring, not for marking. */
export function allProclitics(): string {
  return Object.values(TABLES)
    .map((table) => table())
    .join(' ');
}

/** A name that loses its proclitic keeps at least so many letters in its first word. */
export const MIN_REST = 3;

/**
 * Forms of a name, folded, in which a proclitic has swallowed its article: ل and ال make لل (of لل and a third ل one is
 * dropped), and ב, כ, ל stand in place of ה. Empty for names without an article and for other languages.
 */
export function contracted(name: string, lang: string): string[] {
  if (/^ar\b/.test(lang) && name.startsWith('ال')) return [`لل${name.slice(name.startsWith('الل') ? 3 : 2)}`];
  if (/^he\b/.test(lang) && /^ה\p{L}{2}/u.test(name)) return ['ב', 'כ', 'ל'].map((p) => p + name.slice(1));
  return [];
}

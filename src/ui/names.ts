/** Countries, languages and kinds of entities by name. */
import type { Kind } from '../core/dataset/vocabulary.ts';
import { KIND, LANGUAGE, LOCALE, TEXT } from './strings.ts';

type NameType = 'region' | 'language';

/** Makers of names are kept for each language spoken: making one costs more than many names. */
const makers = new Map<string, Intl.DisplayNames>();

/** The name of a place: ISO 3166 codes and one that is none. A code that is not known is shown as it is. */
export function placeName(code: string): string {
  return code === 'INT' ? TEXT.international : nameOf('region', code);
}

/** The name of a language, its script left out: a reader wants to know whether they can read it. */
export function languageName(tag: string): string {
  return nameOf('language', tag.split('-')[0] ?? tag);
}

/** What an entity is, within a line. German writes its nouns with capitals anywhere. */
export function kindInLine(kind: Kind): string {
  return LANGUAGE === 'de' ? KIND[kind] : KIND[kind].toLocaleLowerCase(LOCALE);
}

function nameOf(type: NameType, code: string): string {
  const key = `${LOCALE} ${type}`;
  let maker = makers.get(key);
  if (!maker) {
    maker = new Intl.DisplayNames([LOCALE], { type, fallback: 'code' });
    makers.set(key, maker);
  }
  try {
    return maker.of(code) ?? code;
  } catch {
    // `of` throws on what is no code at all.
    return code;
  }
}

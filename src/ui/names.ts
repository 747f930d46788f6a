/** Countries and languages by name. */
import { LOCALE } from './strings.ts';

const regions = new Intl.DisplayNames([LOCALE], { type: 'region', fallback: 'code' });
const languages = new Intl.DisplayNames([LOCALE], { type: 'language', fallback: 'code' });
const NO_COUNTRIES: Readonly<Record<string, string>> = { EU: 'European Union', INT: 'International' };

/** The name of a place: ISO 3166 codes and the two that are none. A code that is not known is shown as it is. */
export function placeName(code: string): string {
  return NO_COUNTRIES[code] ?? nameOf(regions, code);
}

/** The name of a language, its script left out: a reader wants to know whether they can read it. */
export function languageName(tag: string): string {
  return nameOf(languages, tag.split('-')[0] ?? tag);
}

/** `of` throws on what is no code at all. */
function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

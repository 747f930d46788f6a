/** CSL-JSON (citeproc): what Zotero, Pandoc and others read. */
import type { Reference } from './reference.ts';

export function toCsl(reference: Reference): Record<string, unknown> {
  const { key, title, authors, publisher, published, read, lang, url, archived, tags, notes, via } =
    reference;
  return {
    id: key,
    'citation-key': key,
    type: 'webpage',
    title,
    ...(authors.length > 0 ? { author: authors.map(cslName) } : {}),
    ...(publisher ? { 'container-title': publisher, publisher } : {}),
    ...(published ? { issued: cslDate(published) } : {}),
    ...(read ? { accessed: cslDate(read) } : {}),
    ...(lang ? { language: lang } : {}),
    URL: url,
    ...(archived ? { archive: archived, archive_location: archived } : {}),
    ...(tags.length > 0 ? { keyword: tags.join(', ') } : {}),
    note: [...notes, via ?? ''].filter((line) => line !== '').join('\n\n'),
  };
}

/** The last word is taken for the family name, unless a comma says otherwise. */
function cslName(name: string): Record<string, string> {
  const [family, given] = name.includes(',')
    ? name.split(/,\s*/, 2)
    : [name.split(' ').at(-1), name.split(' ').slice(0, -1).join(' ')];
  return given && family ? { family, given } : { literal: name };
}

function cslDate(date: string): { 'date-parts': number[][] } {
  return { 'date-parts': [date.split('-').map(Number)] };
}

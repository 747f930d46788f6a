/** BibTeX with the fields of BibLaTeX's @online. */
import type { Reference } from './reference.ts';

export function toBibtex(reference: Reference): string {
  const { key, title, authors, publisher, published, read, lang, url, archived, tags, notes, via } =
    reference;
  const fields: [string, string | null][] = [
    // Double braces keep the capitals of names.
    ['title', `{${escaped(title)}}`],
    ['author', authors.length > 0 ? authors.map((name) => `{${escaped(name)}}`).join(' and ') : null],
    ['organization', publisher && escaped(publisher)],
    ['date', published],
    ['urldate', read],
    ['langid', lang],
    ['url', url.replace(/[{}\\]/g, (unit) => encodeURIComponent(unit))],
    ['eprint', archived],
    ['keywords', tags.length > 0 ? escaped(tags.join(', ')) : null],
    ['annotation', escaped([...notes, via ?? ''].filter((line) => line !== '').join('\n\n'))],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@online{${key},\n${lines.join(',\n')}\n}\n\n`;
}

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escaped(text: string): string {
  return text.replace(/[\\{}~^#$%&_]/g, (unit) => SPECIAL[unit] ?? `\\${unit}`);
}

/** RIS: tagged lines, as nearly every citation manager reads them. */
import type { Reference } from './reference.ts';

export function toRis(reference: Reference): string {
  const { key, title, authors, publisher, published, read, lang, url, archived, tags, notes, via } =
    reference;
  const lines: [string, string | null][] = [
    ['TY', 'ELEC'],
    ['ID', key],
    ['TI', title],
    ...authors.map((author): [string, string] => ['AU', author]),
    ['T2', publisher],
    ['PB', publisher],
    ['PY', published?.slice(0, 4) ?? null],
    [
      'DA',
      published ? `${published.replaceAll('-', '/')}${'/'.repeat(3 - published.split('-').length)}` : null,
    ],
    ['Y2', read?.replaceAll('-', '/') ?? null],
    ['LA', lang],
    ['UR', url],
    ['L2', archived],
    ...tags.map((tag): [string, string] => ['KW', tag]),
    ...notes.map((note): [string, string] => ['N1', note]),
    ['N1', via],
  ];
  const text = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${folded(value)}`] : []));
  return `${text.join('\r\n')}\r\nER  - \r\n\r\n`;
}

/** A line of its own that looks like a tag would be one: it gets a space, and one that has some one more. */
function folded(value: string): string {
  return value.replace(/\r\n?|\n/g, '\r\n').replace(/(\r\n)( *[A-Z][A-Z0-9] {2}-)/g, '$1 $2');
}

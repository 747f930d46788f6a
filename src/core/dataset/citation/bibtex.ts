/** A citation as BibTeX: an entry for each source, and last one for the dataset. */
import { type Citation, type CitedSource, DATASET_TITLE } from './citation.ts';
import type { CitationWords } from './words.ts';

/** `@online` of biblatex; older styles read what they know of it. The note says what it is cited for. */
export function toBibtex(citation: Citation, words: CitationWords): string {
  const { dataset, accessed } = citation;
  return [
    ...citation.sources.map((source) => entry('online', source.key, sourceFields(source, citation, words))),
    entry('dataset', `sidelight-${dataset.version}`, [
      ['title', `{${escapeTex(DATASET_TITLE)}}`],
      ['organization', 'Sidelight'],
      ['version', dataset.version],
      ['year', dataset.version.slice(0, 4)],
      ['urldate', accessed],
      ['note', escapeTex(`${words.entry} ${dataset.entry} (${dataset.name}), ${dataset.licence}`)],
    ]),
  ].join('\n\n');
}

type Field = readonly [name: string, value: string];

function sourceFields(source: CitedSource, citation: Citation, words: CitationWords): Field[] {
  const { title, publisher, origin, published, url, archived } = source;
  const [year, month, day] = (published ?? '').split('-');
  const note = [
    origin === null ? '' : `${words.from} ${origin}`,
    archived === null ? '' : `${words.archived}: ${archived}`,
    `${words.supports}: ${citation.text}`,
  ].filter((part) => part !== '');
  return [
    // Braces keep the capitals of names.
    ['title', `{${escapeTex(title ?? url)}}`],
    ['organization', `{${escapeTex(publisher)}}`],
    ...(published ? ([['date', [year, month, day].filter(Boolean).join('-')]] as Field[]) : []),
    ...(year ? ([['year', year]] as Field[]) : []),
    ['url', url.replace(/[{}\\\s]/g, encodeURIComponent)],
    ['urldate', citation.accessed],
    ['langid', source.lang.split('-')[0] ?? source.lang],
    ['note', escapeTex(note.join('; '))],
  ];
}

function entry(type: string, key: string, fields: readonly Field[]): string {
  return `@${type}{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}},`).join('\n')}\n}`;
}

/** Signs that TeX gives a meaning to. */
function escapeTex(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
  };
  return text.replace(/[\\~^&%$#_{}]/g, (sign) => signs[sign] ?? `\\${sign}`).replace(/\s+/g, ' ');
}

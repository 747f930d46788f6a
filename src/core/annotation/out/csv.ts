/** Notes as a table (RFC 4180): the three voices in columns of their own. */
import { passageAddress } from '../addresses.ts';
import type { Annotation } from '../annotation.ts';
import { checkedWords, factWords, type LanguageName, sourceCitation } from './citation.ts';

export const CSV_COLUMNS = [
  'id',
  'created',
  'modified',
  'my_words',
  'quotation',
  'dataset_statements',
  'dataset_sources',
  'i_checked',
  'page_title',
  'page_authors',
  'page_publisher',
  'page_published',
  'page_language',
  'page_read',
  'page_url',
  'passage_url',
  'archived',
  'tags',
  'entities',
  'colour',
] as const;

export function csvHead(): string {
  // The byte order mark makes spreadsheets read the file as UTF-8.
  return `\ufeff${CSV_COLUMNS.join(',')}\r\n`;
}

export function csvRow(note: Annotation, languageName: LanguageName): string {
  const { page, passage, facts } = note;
  const cells = [
    note.id,
    note.created,
    note.modified,
    note.note,
    passage?.text ?? '',
    facts.map(factWords).join('\n'),
    facts
      .flatMap((fact) =>
        (fact.statement?.sources ?? []).map((source) => sourceCitation(source, fact.dataset, languageName)),
      )
      .join('\n'),
    facts.map((fact) => `${fact.id}: ${checkedWords(fact)}`).join('\n'),
    page.title,
    page.authors.join('; '),
    page.publisher ?? '',
    page.published ?? '',
    page.lang ?? '',
    page.read,
    page.url,
    passageAddress(page, passage),
    note.archived?.url ?? '',
    note.tags.join('; '),
    note.entities.map((entity) => entity.name).join('; '),
    note.colour,
  ];
  return `${cells.map(cell).join(',')}\r\n`;
}

/** A cell that begins like a formula would be run by a spreadsheet: an apostrophe before it makes it text. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Tables for spreadsheets (RFC 4180): one file for each thing the dataset has many of. */
import type { Release } from '../../core/dataset/release.ts';

type Cell = string | number | boolean | null | undefined;

/** File names and contents. Lists inside a cell are separated by a semicolon and a space. */
export function toCsv(release: Release): Record<string, string> {
  const sources = new Map(release.sources.map((source) => [source.id, source]));
  const cited = (refs: readonly { source: string }[]) =>
    refs.map(({ source }) => sources.get(source)?.url ?? source).join('; ');
  return {
    'entities.csv': table(
      ['id', 'kind', 'name', 'summary', 'places', 'citation', 'reviewed'],
      release.entities.map((e) => [
        e.id,
        e.kind,
        e.name,
        e.summary.en,
        e.places.join('; '),
        e.citation,
        e.reviewed,
      ]),
    ),
    'aliases.csv': table(
      ['entity', 'text', 'lang', 'case', 'inflect', 'needs', 'never', 'scope'],
      release.aliases.map((a) => [
        a.entity,
        a.text,
        a.lang,
        a.case,
        a.inflect,
        a.needs.map((group) => group.join(' or ')).join('; '),
        a.never.join('; '),
        a.scope,
      ]),
    ),
    'statements.csv': table(
      [
        'id',
        'about',
        'text',
        'event',
        'speaker',
        'act',
        'basis',
        'standing',
        'allegation',
        'answers',
        'no_reply_found',
        'known',
        'sources',
      ],
      release.statements.map((s) => [
        s.id,
        s.about.join('; '),
        s.text.en,
        typeof s.event === 'object' ? `${s.event.from ?? '..'}/${s.event.to ?? '..'}` : (s.event ?? s.asOf),
        s.speaker.name,
        s.act,
        s.basis,
        s.standing,
        s.allegation,
        s.answers.join('; '),
        s.noReplyFound,
        s.known,
        cited(s.sources),
      ]),
    ),
    'relations.csv': table(
      ['entity', 'type', 'target', 'from', 'to', 'note', 'sources'],
      release.entities.flatMap((e) =>
        e.relations.map((r) => [e.id, r.type, r.target, r.from, r.to, r.note, cited(r.sources)]),
      ),
    ),
    'sources.csv': table(
      [
        'id',
        'url',
        'title',
        'publisher',
        'origin',
        'lang',
        'published',
        'read',
        'archived',
        'interest',
        'weak',
      ],
      release.sources.map((s) => [
        s.id,
        s.url,
        s.title,
        s.publisher,
        s.origin,
        s.lang,
        s.published,
        s.read,
        s.archived,
        s.interest,
        s.weak,
      ]),
    ),
  };
}

function table(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [heads, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: Cell): string {
  const text = value === null || value === undefined ? '' : String(value);
  // A cell that begins like a formula would be run by a spreadsheet; the apostrophe makes it text.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

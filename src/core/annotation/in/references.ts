/**
 * Notes from citation managers. A CSL-JSON item or RIS record becomes a note on the whole page; notes of ours that it carries
 * come back one by one, under the ids they have.
 */
import { readCarried, splitCarried } from '../carried-note.ts';
import { contentHash } from '../content-hash.ts';
import { type Fields, isFields, list, text, webAddress } from '../fields.ts';
import { problem } from '../item-problem.ts';
import { instant, type ReadNote, readAnnotation } from '../read-annotation.ts';
import { passageOf } from './w3c.ts';

/** What a reference holds; of one that is a source of the dataset, which our own exports list beside the notes, its address. */
export type ReadReference = ReadNote | { readonly source: string };

/** Tags and authors that the notes of one reference have among them: each has its own, and a small file can ask for any number. */
const MOST_COPIES = 1_000_000;

export function isCslItem(value: unknown): value is Fields {
  return (
    isFields(value) &&
    typeof value.type === 'string' &&
    ('title' in value || 'URL' in value) &&
    ('id' in value || 'URL' in value)
  );
}

export function readCsl(item: Fields, now: string): readonly ReadReference[] {
  const names = list(item.author, (name) => {
    if (!isFields(name)) return null;
    return text(name.literal, 300) ?? ([name.given, name.family].filter(Boolean).join(' ') || null);
  });
  return readReference(
    {
      key: String(item.id ?? item['citation-key'] ?? ''),
      title: text(item.title, 2000),
      authors: names,
      publisher: text(item['container-title'], 500) ?? text(item.publisher, 500),
      published: cslDate(item.issued),
      read: cslDate(item.accessed),
      lang: text(item.language, 40),
      url: item.URL,
      archived: webAddress(item.archive) ?? webAddress(item.archive_location),
      tags: (text(item.keyword, 5000) ?? '').split(/[,;]\s*/).filter((tag) => tag !== ''),
      notes: [item.annote, item.note].flatMap((note) =>
        typeof note === 'string' && note !== '' ? [note] : [],
      ),
    },
    now,
  );
}

export interface RisRecord {
  readonly line: number;
  readonly fields: readonly (readonly [tag: string, value: string])[];
  /** True when the file ends within it. */
  readonly cutOff: boolean;
}

/** The records of a RIS file. What stands before the first one is passed over. */
export function parseRis(source: string): RisRecord[] {
  const records: RisRecord[] = [];
  let fields: [string, string][] | null = null;
  let begin = 0;
  source.split(/\r\n|\r|\n/).forEach((line, i) => {
    const match = /^([A-Z][A-Z0-9]) {2}- ?(.*)$/s.exec(line);
    if (match?.[1] === 'TY') [fields, begin] = [[], i + 1];
    if (match?.[1] === 'ER' && fields) {
      records.push({ line: begin, fields, cutOff: false });
      fields = null;
    } else if (match && fields) fields.push([match[1] ?? '', match[2] ?? '']);
    else if (fields?.length) {
      // A value goes on over lines; ris.ts says which of them it put a space before.
      const last = fields.at(-1);
      if (last) last[1] += `\n${line.replace(/^ (?= *[A-Z][A-Z0-9] {2}-)/, '')}`;
    }
  });
  if (fields) records.push({ line: begin, fields, cutOff: true });
  return records;
}

export function readRis({ fields }: RisRecord, now: string): readonly ReadReference[] {
  const all = (...tags: string[]) =>
    fields.filter(([tag]) => tags.includes(tag)).map(([, value]) => value.trim());
  const one = (...tags: string[]) => all(...tags).find((value) => value !== '') ?? null;
  const archived = webAddress(one('L2'));
  return readReference(
    {
      key: one('ID') ?? '',
      title: one('TI', 'T1', 'CT'),
      authors: all('AU', 'A1'),
      publisher: one('T2', 'JO', 'PB'),
      // Of the year alone and the whole date, the date.
      published: risDate(one('DA')) ?? risDate(one('PY', 'Y1')),
      read: risDate(one('Y2')),
      lang: one('LA'),
      url: one('UR', 'L1', 'LK'),
      archived,
      tags: all('KW').filter((tag) => tag !== ''),
      notes: all('N1', 'RN', 'AB'),
    },
    now,
  );
}

interface Found {
  readonly key: string;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly published: string | null;
  readonly read: string | null;
  readonly lang: string | null;
  readonly url: unknown;
  readonly archived: string | null;
  readonly tags: readonly string[];
  readonly notes: readonly string[];
}

function readReference(found: Found, now: string): readonly ReadReference[] {
  const url = webAddress(found.url);
  if (!url) return [problem('no-address', (found.title ?? found.key).slice(0, 60))];
  const page = pageOf(found, url);
  const split = found.notes.map(splitNote);
  const rest = split.map((part) => part.rest).filter((part) => part !== '');
  const own = readAllOwn(
    split.flatMap(({ carried }) => carried),
    (text) => readOwn(text, found, page, now),
  );
  if (!own) return [problem('too-many-copies', url)];
  if (own.length > 0 && rest.length === 0) return own;
  const note = rest.join('\n\n');
  if (/via Sidelight dataset \S+$/.test(note)) return [...own, { source: url }];
  return [...own, readForeign(note, found, page, now)];
}

/** Our notes are looked for in the text as it is first: they may quote HTML. */
function splitNote(note: string): ReturnType<typeof splitCarried> {
  const split = splitCarried(note);
  return split.carried.length > 0 ? split : splitCarried(plain(note));
}

/** Null when there would be too much of it to hold. */
function readAllOwn(carried: readonly string[], readOne: (text: string) => ReadNote): ReadNote[] | null {
  const own: ReadNote[] = [];
  let copies = 0;
  for (const text of carried) {
    const read = readOne(text);
    if ('note' in read) copies += read.note.tags.length + read.note.page.authors.length;
    if (copies > MOST_COPIES) return null;
    own.push(read);
  }
  return own;
}

/** A note of ours that it carries back. */
function readOwn(text: string, found: Found, page: object, now: string): ReadNote {
  const { id, quotation, before, after, note, created, modified, tags } = readCarried(text);
  const quote = { type: 'TextQuoteSelector', exact: quotation ?? '', prefix: before, suffix: after } as const;
  const read = readAnnotation({
    id,
    created: instant(created) ?? now,
    modified: instant(modified) ?? now,
    page,
    passage: quotation === null ? null : passageOf({ quote, position: null, range: null }),
    note,
    tags: tags ?? found.tags,
    archived: archivedOf(found),
  });
  return 'note' in read ? { ...read, isCarried: true } : read;
}

/** What the citation manager says of the page, in its own words. */
function readForeign(note: string, found: Found, page: { url: string }, now: string): ReadNote {
  const key = found.key || page.url;
  return readAnnotation({
    id: `zotero-${contentHash(key)}`,
    created: now,
    modified: now,
    page,
    passage: null,
    note,
    tags: found.tags,
    archived: archivedOf(found),
    origin: { source: 'zotero', key },
  });
}

function pageOf({ title, authors, publisher, published, lang, read }: Found, url: string) {
  return {
    url: url.replace(/#?:~:.*$/, ''),
    title: title ?? '',
    authors,
    publisher,
    published,
    lang,
    read: read ?? '',
  };
}

function archivedOf({ archived, read }: Found): { url: string; on: string } | null {
  return archived ? { url: archived, on: read ?? '' } : null;
}

/** Zotero's notes are HTML: its tags go, its paragraphs stay. */
function plain(note: string): string {
  if (!/<\/?(?:p|div|br|strong|em|span|a|ul|ol|li|h\d|blockquote)\b/i.test(note)) return note;
  return note
    .replace(/<(?:script|style)\b[\s\S]*?(?:<\/(?:script|style)>|$)/gi, '')
    .replace(/<\/p>\s*/gi, '\n\n')
    .replace(/<br\s*\/?>|<\/(?:div|li|h\d|blockquote)>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(lt|gt|quot|#39|nbsp|amp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
  amp: '&',
};

function cslDate(value: unknown): string | null {
  if (!isFields(value)) return null;
  const given = value['date-parts'];
  const parts: unknown = Array.isArray(given) ? given[0] : null;
  if (!Array.isArray(parts)) return risDate(text(value.raw, 40) ?? text(value.literal, 40));
  const numbers = parts.map(Number).filter((part) => Number.isInteger(part) && part > 0);
  return numbers.length > 0 ? partial(numbers) : null;
}

function risDate(value: string | null): string | null {
  const numbers = (value?.match(/\d+/g) ?? []).map(Number).slice(0, 3);
  return numbers.length > 0 && String(numbers[0]).length === 4 ? partial(numbers) : null;
}

function partial(numbers: readonly number[]): string {
  return numbers
    .slice(0, 3)
    .map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0'))
    .join('-');
}

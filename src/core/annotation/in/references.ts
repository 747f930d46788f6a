/** Notes from citation managers: CSL-JSON items and RIS records become notes on whole pages; our own come back as they are known. */
import { contentHash } from '../content-hash.ts';
import { type Fields, isFields, list, text, webAddress } from '../fields.ts';
import { problem } from '../item-problem.ts';
import { ID_LINE } from '../out/reference.ts';
import { type ReadNote, readAnnotation } from '../read-annotation.ts';

export function isCslItem(value: unknown): value is Fields {
  return (
    isFields(value) &&
    typeof value.type === 'string' &&
    ('title' in value || 'URL' in value) &&
    ('id' in value || 'URL' in value)
  );
}

export function readCsl(item: Fields, now: string): ReadNote {
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
      note: [text(item.annote, 100_000), text(item.note, 100_000)].filter(Boolean).join('\n\n'),
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
    const match = /^([A-Z][A-Z0-9]) {2}- ?(.*)$/.exec(line);
    if (match?.[1] === 'TY') [fields, begin] = [[], i + 1];
    if (match?.[1] === 'ER' && fields) {
      records.push({ line: begin, fields, cutOff: false });
      fields = null;
    } else if (match && fields) fields.push([match[1] ?? '', match[2] ?? '']);
    else if (fields?.length) {
      // A value goes on over lines.
      const last = fields.at(-1);
      if (last) last[1] += `\n${line}`;
    }
  });
  if (fields) records.push({ line: begin, fields, cutOff: true });
  return records;
}

export function readRis({ fields }: RisRecord, now: string): ReadNote {
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
      published: risDate(one('DA', 'PY', 'Y1')),
      read: risDate(one('Y2')),
      lang: one('LA'),
      url: one('UR', 'L1', 'LK'),
      archived,
      tags: all('KW').filter((tag) => tag !== ''),
      note: all('N1', 'RN', 'AB').join('\n\n'),
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
  readonly note: string;
}

function readReference(found: Found, now: string): ReadNote {
  const url = webAddress(found.url);
  if (!url) return problem('no-address', (found.title ?? found.key).slice(0, 60));
  if (/via Sidelight dataset \S+$/.test(found.note)) return problem('dataset-source', url);
  // What we wrote ourselves is known by its ids: taking it in again as another note would double it.
  const own = [...found.note.matchAll(new RegExp(`^${ID_LINE} (\\S+)$`, 'gm'))].flatMap(
    (match) => match[1] ?? [],
  );
  const key = found.key || url;
  const read = readAnnotation({
    id: `zotero-${contentHash(key)}`,
    created: now,
    modified: now,
    page: {
      url: url.replace(/#?:~:.*$/, ''),
      title: found.title ?? '',
      authors: found.authors,
      publisher: found.publisher,
      published: found.published,
      lang: found.lang,
      read: found.read ?? '',
    },
    passage: null,
    note: plain(found.note),
    tags: found.tags,
    archived: found.archived ? { url: found.archived, on: found.read ?? '' } : null,
    origin: { source: 'zotero', key },
  });
  return 'note' in read && own.length > 0 ? { ...read, own } : read;
}

/** Zotero's notes are HTML: its tags go, its paragraphs stay. */
function plain(note: string): string {
  if (!/<\/?(?:p|div|br|strong|em|span|a|ul|ol|li|h\d|blockquote)\b/i.test(note)) return note;
  return note
    .replace(/<(?:script|style)\b[\s\S]*?<\/(?:script|style)>/gi, '')
    .replace(/<br\s*\/?>|<\/(?:p|div|li|h\d|blockquote)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
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

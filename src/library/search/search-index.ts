/** All notes, searchable: sealed segments and one that takes what is new. */
import type { Annotation } from '../../core/annotation/annotation.ts';
import { COLOURS } from '../../core/annotation/annotation.ts';
import { liveId, type Redirects } from '../../core/annotation/live-id.ts';
import type { LibraryQuery } from '../../messages/to-library.ts';
import { buildSegment, countWord, FLAG, type Lists, type Segment, scoreWord } from './segment.ts';
import { similarWords } from './similar.ts';
import { type QueryWord, queryWords } from './words.ts';

export interface SearchIndex {
  /** Puts notes in, or in the place of what was there under their ids. */
  put(notes: readonly Annotation[]): void;
  remove(ids: readonly string[]): void;
  /** Ids of all notes that answer the query, in no order. */
  find(query: LibraryQuery): string[];
  /** Some of them, in the query's order, and how many there are. */
  window(query: LibraryQuery, from: number, count: number): Found;
  /** How often each tag, entity and colour occurs, most frequent first. */
  facets(): Facets;
  readonly size: number;
  has(id: string): boolean;
  /** Every id that is alive. */
  ids(): IterableIterator<string>;
  /** Segments that will not change any more, for storing; their keys stay the same. */
  sealed(): ReadonlyMap<string, Segment>;
  /** Takes over stored segments; places of ids that are not in `alive` are dead. */
  load(segments: ReadonlyMap<string, Segment>, alive: ReadonlySet<string>): void;
  clear(): void;
  /** Entities that were merged or renamed count as the one they live on as, whatever a note calls them. */
  follow(redirects: Redirects): void;
}

export interface Found {
  readonly ids: readonly string[];
  readonly total: number;
  /** Other words that were searched for, because some were not found. */
  readonly instead: readonly string[];
}

export interface Facet {
  readonly name: string;
  readonly count: number;
}

export interface Facets {
  readonly tags: readonly Facet[];
  readonly entities: readonly (Facet & { readonly id: string; readonly kind: string })[];
  readonly colours: readonly Facet[];
  readonly twins: number;
}

/** Notes in the newest segment before it is sealed: it is built anew with every change. */
const SEAL_AT = 256;
const SEALED_SIZE = 4000;

interface Part {
  readonly key: string;
  readonly segment: Segment;
  readonly alive: Uint8Array;
}

export function createSearchIndex(): SearchIndex {
  let parts: Part[] = [];
  /** Notes of the newest segment. */
  let fresh = new Map<string, Annotation>();
  let newest: Part | null = null;
  let where = new Map<string, { part: Part; at: number }>();
  let nextKey = 1;
  let redirects: Redirects = new Map();
  const live = (id: string) => liveId(id, redirects);

  const bury = (id: string) => {
    const place = where.get(id);
    if (!place) return;
    place.part.alive[place.at] = 0;
    where.delete(id);
  };
  const adopt = (part: Part) => {
    part.segment.ids.forEach((id, at) => {
      if (part.alive[at]) where.set(id, { part, at });
    });
  };
  const rebuildNewest = () => {
    const notes = [...fresh.values()];
    newest = { key: 'new', segment: buildSegment(notes), alive: new Uint8Array(notes.length).fill(1) };
    adopt(newest);
  };
  const seal = (notes: readonly Annotation[]) => {
    const part = {
      key: `s${nextKey++}`,
      segment: buildSegment(notes),
      alive: new Uint8Array(notes.length).fill(1),
    };
    parts.push(part);
    adopt(part);
  };
  const all = (): Part[] => (newest ? [...parts, newest] : parts);

  return {
    put(notes) {
      for (const { id } of notes) bury(id);
      for (const note of notes) fresh.set(note.id, note);
      while (fresh.size >= SEAL_AT) {
        const batch = [...fresh.values()].slice(0, SEALED_SIZE);
        for (const { id } of batch) fresh.delete(id);
        seal(batch);
      }
      rebuildNewest();
    },
    remove(ids) {
      for (const id of ids) {
        bury(id);
        fresh.delete(id);
      }
      rebuildNewest();
    },
    find(query) {
      const ids: string[] = [];
      const { scores } = scoresOf(all(), queryWords(query.text));
      eachHit(all(), query, live, scores, (part, at) => ids.push(part.segment.ids[at] as string));
      return ids;
    },
    window(query, from, count) {
      const { scores, instead } = scoresOf(all(), queryWords(query.text));
      const byRelevance = query.sort === 'relevance' && scores !== null;
      const best = createBest(from + count, query.oldestFirst && !byRelevance);
      let total = 0;
      eachHit(all(), query, live, scores, (part, at, score) => {
        total++;
        const { created, modified } = part.segment;
        const date = (query.sort === 'created' ? created : modified)[at] as number;
        best.offer(byRelevance ? score : 0, date, part, at);
      });
      return { ids: best.ids().slice(from), total, instead };
    },
    facets: () => facetsOf(all(), live),
    get size() {
      return where.size;
    },
    has: (id) => where.has(id),
    ids: () => where.keys(),
    sealed: () => new Map(parts.map(({ key, segment }) => [key, segment])),
    load(segments, alive) {
      parts = [];
      fresh = new Map();
      newest = null;
      where = new Map();
      for (const [key, segment] of segments) {
        // Of an id that stands in two segments, the later one holds the note as it is.
        for (const id of segment.ids) bury(id);
        const part = { key, segment, alive: Uint8Array.from(segment.ids, (id) => (alive.has(id) ? 1 : 0)) };
        parts.push(part);
        adopt(part);
        nextKey = Math.max(nextKey, Number(key.slice(1)) + 1);
      }
    },
    clear() {
      parts = [];
      fresh = new Map();
      newest = null;
      where = new Map();
    },
    follow(next) {
      redirects = next;
    },
  };
}

function eachHit(
  parts: readonly Part[],
  query: LibraryQuery,
  live: (id: string) => string,
  scores: ReadonlyMap<Part, Float32Array> | null,
  visit: (part: Part, at: number, score: number) => void,
): void {
  for (const part of parts) {
    const accepts = filterFor(part.segment, query, live);
    const own = scores?.get(part) ?? null;
    for (let at = 0; at < part.alive.length; at++) {
      if (!part.alive[at] || (own && own[at] === 0) || (accepts && !accepts(at))) continue;
      visit(part, at, own ? (own[at] as number) : 0);
    }
  }
}

/** The first few of many, by score and then by date, without sorting all: most hits are worse than the worst one kept. */
function createBest(size: number, oldestFirst: boolean) {
  const kept: { score: number; date: number; part: Part; at: number }[] = [];
  const turn = oldestFirst ? -1 : 1;
  const isBetter = (score: number, date: number, than: { score: number; date: number }) =>
    score !== than.score ? score > than.score : (date - than.date) * turn > 0;
  return {
    offer(score: number, date: number, part: Part, at: number) {
      const worst = kept.at(-1);
      if (kept.length >= size && (!worst || !isBetter(score, date, worst))) return;
      let low = 0;
      let high = kept.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        const item = kept[middle];
        if (item && isBetter(score, date, item)) high = middle;
        else low = middle + 1;
      }
      kept.splice(low, 0, { score, date, part, at });
      if (kept.length > size) kept.pop();
    },
    ids: () => kept.map(({ part, at }) => part.segment.ids[at] as string),
  };
}

/** The score of every note, by part; null without words: then all notes count alike. */
function scoresOf(parts: readonly Part[], words: readonly QueryWord[]) {
  if (words.length === 0) return { scores: null, instead: [] };
  const total = new Map<Part, Float32Array>(parts.map((part) => [part, new Float32Array(part.alive.length)]));
  const instead: string[] = [];
  const notes = parts.reduce((sum, part) => sum + part.alive.length, 0);
  words.forEach(({ spellings: asked, isPrefix }, n) => {
    let spellings = asked;
    let count = countIn(parts, spellings, isPrefix);
    if (count === 0) {
      spellings = similarWords(
        parts.map((part) => part.segment),
        asked[0] ?? '',
      );
      instead.push(...spellings);
      count = countIn(parts, spellings, false);
    }
    const rarity = Math.log(2 + notes / (1 + count));
    for (const [part, sum] of total) {
      const own = new Float32Array(sum.length);
      for (const spelling of spellings) scoreWord(part.segment, spelling, isPrefix, rarity, own);
      // All words have to be there.
      for (let at = 0; at < sum.length; at++)
        sum[at] = own[at] === 0 || (n > 0 && sum[at] === 0) ? 0 : (sum[at] as number) + (own[at] as number);
    }
  });
  return { scores: total, instead };
}

function countIn(parts: readonly Part[], spellings: readonly string[], isPrefix: boolean): number {
  return parts.reduce(
    (sum, { segment }) =>
      sum + spellings.reduce((own, spelling) => own + countWord(segment, spelling, isPrefix), 0),
    0,
  );
}

/** Null when the query filters nothing. */
function filterFor(
  segment: Segment,
  query: LibraryQuery,
  live: (id: string) => string,
): ((at: number) => boolean) | null {
  const checks: ((at: number) => boolean)[] = [];
  for (const tag of query.tags) checks.push(holds(segment.tags, (name) => name === tag));
  if (query.entity !== null) {
    const wanted = live(query.entity);
    checks.push(holds(segment.entities, (name) => live(readEntity(name).id) === wanted));
  }
  if (query.page !== null) checks.push(holds(segment.pages, (name) => name === query.page));
  if (query.facts !== null) {
    const wanted = new Set(query.facts);
    checks.push(holds(segment.facts, (name) => wanted.has(name)));
  }
  if (query.colour !== null) {
    const colour = COLOURS.indexOf(query.colour);
    checks.push((at) => segment.colours[at] === colour);
  }
  if (query.only !== null) {
    const flag = FLAG[query.only];
    checks.push((at) => ((segment.flags[at] as number) & flag) !== 0);
  }
  if (query.from !== null) {
    const from = Date.parse(query.from);
    checks.push((at) => (segment.created[at] as number) >= from);
  }
  if (query.to !== null) {
    const end = Date.parse(query.to) + 86_400_000;
    checks.push((at) => (segment.created[at] as number) < end);
  }
  return checks.length === 0 ? null : (at) => checks.every((check) => check(at));
}

function holds(
  { names, starts, items }: Lists,
  isWanted: (name: string) => boolean,
): (at: number) => boolean {
  const wanted = new Set(names.flatMap((name, i) => (isWanted(name) ? [i] : [])));
  return (at) => {
    if (wanted.size === 0) return false;
    for (let i = starts[at] as number; i < (starts[at + 1] as number); i++)
      if (wanted.has(items[i] as number)) return true;
    return false;
  };
}

/** The name of an entity in a segment's list. */
function readEntity(key: string): { readonly id: string; readonly name: string; readonly kind: string } {
  const [id, name, kind] = JSON.parse(key) as [string, string, string];
  return { id, name, kind };
}

function facetsOf(parts: readonly Part[], live: (id: string) => string): Facets {
  const tags = new Map<string, number>();
  const entities = new Map<string, number>();
  const colours = new Map<string, number>();
  let twins = 0;
  for (const { segment, alive } of parts) {
    const count = ({ names, starts, items }: Lists, into: Map<string, number>, at: number) => {
      for (let i = starts[at] as number; i < (starts[at + 1] as number); i++) {
        const name = names[items[i] as number] as string;
        into.set(name, (into.get(name) ?? 0) + 1);
      }
    };
    for (let at = 0; at < alive.length; at++) {
      if (!alive[at]) continue;
      count(segment.tags, tags, at);
      count(segment.entities, entities, at);
      const colour = COLOURS[segment.colours[at] as number] ?? 'yellow';
      colours.set(colour, (colours.get(colour) ?? 0) + 1);
      if ((segment.flags[at] as number) & FLAG.isTwin) twins++;
    }
  }
  const sorted = (counts: ReadonlyMap<string, number>): Facet[] =>
    [...counts]
      .map(([name, count]) => ({ name, count }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const byEntity = new Map<string, Facet & { id: string; kind: string }>();
  const named = new Set<string>();
  for (const { name: key, count } of sorted(entities)) {
    const { id: cited, name, kind } = readEntity(key);
    const id = live(cited);
    const known = byEntity.get(id);
    // The same entity under an older name; of two names, the one under today's id.
    const words = known && !(cited === id && !named.has(id)) ? known : { name, kind };
    if (cited === id) named.add(id);
    byEntity.set(id, { id, name: words.name, kind: words.kind, count: count + (known?.count ?? 0) });
  }
  return {
    tags: sorted(tags),
    entities: [...byEntity.values()].sort((a, b) => b.count - a.count),
    colours: sorted(colours),
    twins,
  };
}

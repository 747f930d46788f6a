/** All notes, searchable: sealed segments and one that takes what is new. */
import { liveId, type Redirects } from '../../core/annotation/live-id.ts';
import type { LibraryQuery } from '../../messages/to-library.ts';
import { createBest } from './best.ts';
import { type Facets, facetsOf } from './facets.ts';
import { filterFor } from './filter.ts';
import { createParts, type Part, type Parts } from './parts.ts';
import { scoresOf } from './scores.ts';
import { queryWords } from './words.ts';

export interface SearchIndex extends Omit<Parts, 'all'> {
  /** Ids of all notes that answer the query, in no order. */
  find(query: LibraryQuery): string[];
  /** Some of them, in the query's order, and how many there are. */
  window(query: LibraryQuery, from: number, count: number): Found;
  /** How often each tag, entity and colour occurs, most frequent first. */
  facets(): Facets;
  /** Entities that were merged or renamed count as the one they live on as, whatever a note calls them. */
  follow(redirects: Redirects): void;
}

export interface Found {
  readonly ids: readonly string[];
  readonly total: number;
  /** Other words that were searched for, because some were not found. */
  readonly instead: readonly string[];
}

export function createSearchIndex(): SearchIndex {
  const parts = createParts();
  let redirects: Redirects = new Map();
  const live = (id: string) => liveId(id, redirects);
  return {
    put: parts.put,
    remove: parts.remove,
    find(query) {
      const ids: string[] = [];
      const all = parts.all();
      const { scores } = scoresOf(all, queryWords(query.text));
      eachHit(all, query, live, scores, (part, at) => ids.push(part.segment.ids[at] as string));
      return ids;
    },
    window(query, from, count) {
      const all = parts.all();
      const { scores, instead } = scoresOf(all, queryWords(query.text));
      const byRelevance = query.sort === 'relevance' && scores !== null;
      const best = createBest(from + count, query.oldestFirst && !byRelevance);
      let total = 0;
      eachHit(all, query, live, scores, (part, at, score) => {
        total++;
        const { created, modified } = part.segment;
        const date = (query.sort === 'created' ? created : modified)[at] as number;
        best.offer(byRelevance ? score : 0, date, part, at);
      });
      return { ids: best.ids().slice(from), total, instead };
    },
    facets: () => facetsOf(parts.all(), live),
    get size() {
      return parts.size;
    },
    has: parts.has,
    ids: parts.ids,
    sealed: parts.sealed,
    load: parts.load,
    clear: parts.clear,
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

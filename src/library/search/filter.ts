/** Which notes of a segment a query lets through, words aside. */
import { COLOURS } from '../../core/annotation/annotation.ts';
import type { LibraryQuery } from '../../messages/to-library.ts';
import { readEntity } from './entity-key.ts';
import { FLAG, type Lists, type Segment } from './segment.ts';

/** Null when the query filters nothing. */
export function filterFor(
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

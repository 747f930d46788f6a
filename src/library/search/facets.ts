/** How often each tag, entity and colour occurs. */
import { COLOURS } from '../../core/annotation/annotation.ts';
import { readEntity } from './entity-key.ts';
import type { Part } from './parts.ts';
import { FLAG, type Lists } from './segment.ts';

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

/** Over all notes that are alive, most frequent first; an entity counts as the one it lives on as. */
export function facetsOf(parts: readonly Part[], live: (id: string) => string): Facets {
  const { tags, entities, colours, twins } = countAll(parts);
  return { tags: sorted(tags), entities: byLiveId(entities, live), colours: sorted(colours), twins };
}

type Counts = ReadonlyMap<string, number>;

function countAll(parts: readonly Part[]) {
  const tags = new Map<string, number>();
  const entities = new Map<string, number>();
  const colours = new Map<string, number>();
  let twins = 0;
  for (const { segment, alive } of parts) {
    for (let at = 0; at < alive.length; at++) {
      if (!alive[at]) continue;
      countList(segment.tags, tags, at);
      countList(segment.entities, entities, at);
      const colour = COLOURS[segment.colours[at] as number] ?? 'yellow';
      colours.set(colour, (colours.get(colour) ?? 0) + 1);
      if ((segment.flags[at] as number) & FLAG.isTwin) twins++;
    }
  }
  return { tags, entities, colours, twins };
}

function countList({ names, starts, items }: Lists, into: Map<string, number>, at: number): void {
  for (let i = starts[at] as number; i < (starts[at + 1] as number); i++) {
    const name = names[items[i] as number] as string;
    into.set(name, (into.get(name) ?? 0) + 1);
  }
}

function sorted(counts: Counts): Facet[] {
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** The same entity under an older name is one; of two names, the one under today's id. */
function byLiveId(entities: Counts, live: (id: string) => string): Facets['entities'] {
  const found = new Map<string, Facet & { id: string; kind: string }>();
  const named = new Set<string>();
  for (const { name: key, count } of sorted(entities)) {
    const { id: cited, name, kind } = readEntity(key);
    const id = live(cited);
    const known = found.get(id);
    const words = known && !(cited === id && !named.has(id)) ? known : { name, kind };
    if (cited === id) named.add(id);
    found.set(id, { id, name: words.name, kind: words.kind, count: count + (known?.count ?? 0) });
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

/**
 * How two entities are connected: the shortest way over the dataset's sourced relations, read in either direction.
 *
 * Breadth first from one end gives every entity its distance (Moore 1959); the way is then read back from the other end, one
 * step nearer each time. Of several shortest ways the one is taken that passes most entities the reader has before them, and
 * of those the first by the alphabet, so that the same dataset always gives the same answer. Costs one look at each relation.
 */

/** Who is connected with whom, in both directions: id → ids. */
export type Neighbours = ReadonlyMap<string, ReadonlySet<string>>;

export interface RelationEnds {
  readonly id: string;
  readonly relations: readonly { readonly target: string; readonly sources: readonly unknown[] }[];
}

/** Relations without a source connect nobody, nor do those that lead to an entity that is not there. */
export function neighboursOf(entities: readonly RelationEnds[]): Neighbours {
  const found = new Map(entities.map(({ id }) => [id, new Set<string>()]));
  for (const { id, relations } of entities) {
    for (const { target, sources } of relations) {
      const [from, to] = [found.get(id), found.get(target)];
      if (!from || !to || target === id || sources.length === 0) continue;
      from.add(target);
      to.add(id);
    }
  }
  return found;
}

/**
 * Ids from `from` to `to`, both included; null when nothing connects them or one of them is not there. `preferred` are
 * entities that a way of the same length had better pass.
 */
export function shortestPath(
  neighbours: Neighbours,
  from: string,
  to: string,
  preferred: ReadonlySet<string> = new Set(),
): readonly string[] | null {
  if (!neighbours.has(from) || !neighbours.has(to)) return null;
  const steps = new Map<string, Step>([[from, { passed: 0, before: null }]]);
  let layer = [from];
  while (layer.length > 0 && !steps.has(to)) {
    const next = new Map<string, Step>();
    for (const id of layer.sort()) {
      const here = steps.get(id) as Step; // Every id of a layer has been given its step.
      for (const neighbour of neighbours.get(id) ?? []) {
        if (steps.has(neighbour)) continue;
        const passed = here.passed + (preferred.has(neighbour) ? 1 : 0);
        const known = next.get(neighbour);
        // Ids of a layer come in order, so of equals the first stays.
        if (!known || passed > known.passed) next.set(neighbour, { passed, before: id });
      }
    }
    for (const [id, step] of next) steps.set(id, step);
    layer = [...next.keys()];
  }
  return steps.has(to) ? wayTo(to, steps) : null;
}

interface Step {
  /** Preferred entities on the way to here. */
  readonly passed: number;
  readonly before: string | null;
}

function wayTo(to: string, steps: ReadonlyMap<string, Step>): string[] {
  const way: string[] = [];
  for (let id: string | null = to; id !== null; id = steps.get(id)?.before ?? null) way.unshift(id);
  return way;
}

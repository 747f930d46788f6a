/** Who is linked with whom, as two lists of numbers: for each entity where its neighbours begin, and the neighbours. */

export interface Links {
  /** One more than there are entities, so that each knows where its neighbours end. */
  readonly starts: Int32Array;
  /** Numbers of entities; those of one in order, each once. */
  readonly neighbours: Int32Array;
}

/** Entities, or ends of relations, between two steps. */
const STEP = 1000;

/** The links of so many entities, in either direction. `pairs` holds the two ends of each relation, one after the other. */
export function* linksInSteps(entities: number, pairs: Int32Array): Generator<undefined, Links> {
  // Counting sort by entity: count, add up, place.
  const starts = new Int32Array(entities + 1);
  for (const [i, end] of pairs.entries()) {
    if (i % STEP === STEP - 1) yield;
    starts[end + 1] = (starts[end + 1] as number) + 1;
  }
  for (let i = 1; i <= entities; i++) {
    if (i % STEP === STEP - 1) yield;
    starts[i] = (starts[i] as number) + (starts[i - 1] as number);
  }
  const next = starts.slice();
  const neighbours = new Int32Array(pairs.length);
  for (let i = 0; i < pairs.length; i++) {
    if (i % STEP === STEP - 1) yield;
    const end = pairs[i] as number;
    const at = next[end] as number;
    next[end] = at + 1;
    neighbours[at] = pairs[i ^ 1] as number;
  }
  // Then each entity's own, in order and each once, moved up to where those before it end now.
  let length = 0;
  for (let entity = 0; entity < entities; entity++) {
    if (entity % STEP === 0) yield;
    const own = neighbours.subarray(starts[entity], starts[entity + 1]).sort();
    starts[entity] = length;
    for (let i = 0; i < own.length; i++)
      if (i === 0 || own[i] !== neighbours[length - 1]) neighbours[length++] = own[i] as number;
  }
  starts[entities] = length;
  return { starts, neighbours: neighbours.subarray(0, length) };
}

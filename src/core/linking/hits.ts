/** Hits as triples: start, end, target, start, end, target … Places of one start stand together. */
export type Hits = number[];

/** More than a piece may hold; times the length of a text still a whole number without loss. */
const MAX_HITS = 2 ** 22;
/** Up to so many, moving each to its place is faster than any other way; more would take time by their square. */
const FEW = 48;

function sortFew(hits: Hits, first: number): void {
  for (let next = first + 3; next < hits.length; next += 3) {
    const start = hits[next] as number;
    if ((hits[next - 3] as number) <= start) continue;
    const end = hits[next + 1] as number;
    const target = hits[next + 2] as number;
    let at = next;
    for (; at > first && (hits[at - 3] as number) > start; at -= 3) {
      hits[at] = hits[at - 3] as number;
      hits[at + 1] = hits[at - 2] as number;
      hits[at + 2] = hits[at - 1] as number;
    }
    hits[at] = start;
    hits[at + 1] = end;
    hits[at + 2] = target;
  }
}

/** Puts the triples from `first` on in the order of their starts; those of one start keep theirs. */
export function sortByStart(hits: Hits, first: number): void {
  const count = (hits.length - first) / 3;
  if (count <= FEW) {
    sortFew(hits, first);
    return;
  }
  const order = new Float64Array(count);
  for (let i = 0; i < count; i++) order[i] = (hits[first + 3 * i] as number) * MAX_HITS + i;
  // Without a function to compare by, numbers are sorted by the browser's own code.
  order.sort();
  const unsorted = hits.slice(first);
  for (let i = 0; i < count; i++) {
    const from = 3 * ((order[i] as number) % MAX_HITS);
    for (let part = 0; part < 3; part++) hits[first + 3 * i + part] = unsorted[from + part] as number;
  }
}

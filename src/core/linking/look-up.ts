/** The keys that a piece raised are looked up, and the forms found are compared with the text. */
import { compare } from './compare.ts';
import type { EndingSet } from './endings.ts';
import { bucketHash } from './hash.ts';
import { FORM_HASH, FORM_WORDS, type FormIndex } from './index-bytes.ts';
import { keys, MOST, Questions } from './questions.ts';

/** Hits as triples: start, end, target, start, end, target … Places of one start stand together. */
export type Hits = number[];

/** More than a piece may hold; times the length of a text still a whole number without loss. */
const MAX_HITS = 2 ** 22;
/** What was fetched ahead; nobody reads it. */
const fetched = new Int32Array(2 * MOST);
/** Forms whose hash agrees. */
const likely = new Questions(MOST);

/** Looks all keys up and appends the forms that stand in the text to `hits`, in the order of their starts. */
export function lookUp(index: FormIndex, text: string, endings: EndingSet | null, hits: Hits): void {
  const { forms, buckets, bucketMask } = index;
  const { keys: wanted, starts, ends, count } = keys;
  for (let i = 0; i < count; i++) {
    const bucket = bucketHash(wanted[i] as number) & bucketMask;
    ends[i] = buckets[bucket] as number;
  }
  // Only fetched: what a large index has is far away, and one wait after the other is much longer than all together.
  for (let i = 0; i < count; i++) {
    const form = Math.min(index.count - 1, ends[i] as number);
    fetched[i] = forms[form * FORM_WORDS] as number;
  }
  const first = hits.length;
  likely.count = 0;
  for (let i = 0; i < count; i++) {
    const hash = bucketHash(wanted[i] as number);
    const last = (buckets[(hash & bucketMask) + 1] as number) * FORM_WORDS;
    for (let form = (ends[i] as number) * FORM_WORDS; form < last; form += FORM_WORDS) {
      if ((((forms[form] as number) ^ hash) & FORM_HASH) !== 0) continue;
      if (likely.count === MOST) compareLikely(index, text, endings, hits);
      likely.add(form, starts[i] as number, 0);
    }
  }
  compareLikely(index, text, endings, hits);
  if (hits.length > first + 3) sortByStart(hits, first);
}

function compareLikely(index: FormIndex, text: string, endings: EndingSet | null, hits: Hits): void {
  const { forms, narrow, wide } = index;
  // Fetched together as above: the texts of the forms.
  for (let i = 0; i < likely.count; i++) {
    const place = forms[(likely.keys[i] as number) + 1] as number;
    fetched[i] = (place < 0 ? wide[~place] : narrow[place]) as number;
  }
  for (let i = 0; i < likely.count; i++) {
    const form = likely.keys[i] as number;
    const start = likely.starts[i] as number;
    const end = compare(index, form, text, start, endings);
    if (end >= 0) hits.push(start, end, index.forms[form + 2] as number);
  }
  likely.count = 0;
}

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
function sortByStart(hits: Hits, first: number): void {
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

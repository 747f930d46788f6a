/** What stands where in a text, while it is chosen from: cues, accepted entities, full names; asked for by nearness. */
import {
  contains,
  overlaps,
  paragraphAround,
  paragraphStarts,
  type Span,
  sentenceAround,
} from '../text/spans.ts';
import type { Objection, Scope } from './reasons.ts';
import type { AliasRule } from './rules.ts';

/** A place that names something, by one of its aliases. */
export interface Named extends Span {
  readonly alias: AliasRule;
}

/** Places of one cue or entity. */
export interface Places {
  spans: Span[];
  sorted: boolean;
}

/** Where entities would stand if some candidates were right. */
export type Assumed = ReadonlyMap<number, Places>;

/** What stands where: cues and accepted entities, asked for by nearness. */
export class Scene {
  readonly #text: string;
  readonly #cues = new Map<string, Places>();
  readonly #entities = new Map<number, Places>();
  readonly #fullNames = new Map<number, Places>();
  readonly #sure = new Set<string>();
  readonly #vetoed = new Set<string>();
  /** Where each entity may be named, accepted or not: the beginnings, by `placeKey`. */
  readonly #names = new Map<number, Set<number>>();
  /** Cues by entity: those that are none of its names. Of use once all cues and names are there. */
  readonly #otherCues = new Map<string, Places>();
  readonly #windows = new Map<number, { sentence?: Span; paragraph?: Span }>();
  #paragraphs: readonly number[] | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  addCue(id: string, hit: Span): void {
    add(this.#cues, id, hit);
  }

  addName(candidate: Named): void {
    const { entity } = candidate.alias;
    const names = this.#names.get(entity);
    if (names) names.add(placeKey(candidate));
    else this.#names.set(entity, new Set([placeKey(candidate)]));
  }

  /** `isSure`: so much speaks for it that the same name elsewhere on the page means the same. */
  addEntity(candidate: Named, isSure: boolean): void {
    const { entity, full } = candidate.alias;
    add(this.#entities, entity, candidate);
    if (full) add(this.#fullNames, entity, candidate);
    if (isSure) this.#sure.add(nameKey(candidate.alias));
  }

  /** Whether this name surely means the same entity elsewhere on the page. */
  isSure(alias: AliasRule): boolean {
    return this.#sure.has(nameKey(alias));
  }

  /** Whether the same name was ruled out elsewhere on the page (once all vetoes have been asked for). */
  isVetoedElsewhere(alias: AliasRule): boolean {
    return this.#vetoed.has(nameKey(alias));
  }

  /** The first veto that stands in the same sentence; a word that goes on around the name (“Statue of Liberty”) counts. */
  veto(candidate: Named): Objection | null {
    for (const cue of candidate.alias.never) {
      const places = this.#cues.get(cue);
      if (!places) continue;
      const window = this.#window(candidate, 'sentence');
      const hit = firstInside(places, window, (place) => !contains(candidate, place));
      if (hit) {
        this.#vetoed.add(nameKey(candidate.alias));
        return { type: 'veto', cue, word: this.#text.slice(hit.start, hit.end) };
      }
    }
    return null;
  }

  /**
   * The first word of the cue within scope that is not the name itself, here or said again elsewhere (“PDPC” proves no
   * other PDPC); null when there is none.
   */
  cueWord(id: string, near: Span, entity: number, scope: Scope): string | null {
    const places = this.#cues.get(id);
    if (!places) return null;
    const own = this.#names.get(entity);
    const isOther = (cue: Span) => !overlaps(cue, near) && !own?.has(placeKey(cue));
    const others = own && own.size > FEW_NAMES ? this.#withoutNames(id, places, entity, own) : places;
    const hit = firstInside(others, this.#window(near, scope), isOther);
    return hit ? this.#text.slice(hit.start, hit.end) : null;
  }

  /** The places of a cue but for the entity's own names. */
  #withoutNames(id: string, places: Places, entity: number, own: ReadonlySet<number>): Places {
    const key = `${entity} ${id}`;
    const known = this.#otherCues.get(key);
    if (known) return known;
    const made = { spans: places.spans.filter((cue) => !own.has(placeKey(cue))), sorted: places.sorted };
    this.#otherCues.set(key, made);
    return made;
  }

  hasEntity(entity: number, near: Span, scope: Scope): boolean {
    const places = this.#entities.get(entity);
    return places !== undefined && firstInside(places, this.#window(near, scope)) !== null;
  }

  /** Whether the entity was accepted at this very place. */
  isAccepted(entity: number, place: Span): boolean {
    const places = this.#entities.get(entity);
    return places !== undefined && firstInside(places, place) !== null;
  }

  /** Whether the entity would stand in the sentence, and not in the same words. */
  isAmong(assumed: Assumed, entity: number, near: Span): boolean {
    const places = assumed.get(entity);
    const isOther = (place: Span) => !overlaps(place, near);
    return places !== undefined && firstInside(places, this.#window(near, 'sentence'), isOther) !== null;
  }

  /** The entity's full name as it stands earlier in the text, or further on: headlines have the short one. */
  fullNameFor(entity: number, near: Span): string | null {
    const places = this.#fullNames.get(entity);
    if (!places) return null;
    const found =
      firstInside(places, { start: 0, end: near.start }) ??
      firstInside(places, this.#window(near, 'page'), (full) => !overlaps(full, near));
    return found && this.#text.slice(found.start, found.end);
  }

  #window(near: Span, scope: Scope): Span {
    if (scope === 'page') return { start: 0, end: this.#text.length };
    const known = this.#windows.get(near.start) ?? {};
    this.#windows.set(near.start, known);
    if (scope === 'sentence') {
      known.sentence ??= sentenceAround(this.#text, near);
      return known.sentence;
    }
    this.#paragraphs ??= paragraphStarts(this.#text);
    known.paragraph ??= paragraphAround(this.#text, near, this.#paragraphs);
    return known.paragraph;
  }
}

/** Names of an entity that may be passed over each time a cue is looked for; of more, each would be by each other. */
const FEW_NAMES = 64;

/** Units for which the key of a place has room: no name is that long, unless very much that does not count stands in it. */
const LONGEST_NAME = 2 ** 12;

function nameKey({ entity, text }: AliasRule): string {
  return `${entity} ${text}`;
}

function placeKey({ start, end }: Span): number {
  return start * LONGEST_NAME + Math.min(end - start, LONGEST_NAME - 1);
}

export function add<K>(map: Map<K, Places>, key: K, span: Span): void {
  const places = map.get(key);
  if (!places) map.set(key, { spans: [span], sorted: true });
  else {
    places.sorted &&= (places.spans.at(-1)?.start ?? 0) <= span.start;
    places.spans.push(span);
  }
}

/** The first span inside the window that is wanted. Found by halving: a long text has thousands of places of one cue. */
function firstInside(
  places: Places,
  window: Span,
  wanted: (span: Span) => boolean = () => true,
): Span | null {
  if (!places.sorted) {
    places.spans.sort((a, b) => a.start - b.start);
    places.sorted = true;
  }
  const { spans } = places;
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < window.start) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < spans.length; i++) {
    const span = spans[i] as Span;
    if (span.start >= window.end) return null;
    if (span.end <= window.end && wanted(span)) return span;
  }
  return null;
}

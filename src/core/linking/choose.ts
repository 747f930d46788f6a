/**
 * Choosing: from the places where names stand to the mentions that are marked. One reading or none for each place.
 *
 * Order of thought: (1) letter case and surroundings rule readings out; (2) vetoes rule out more; (3) names that stand by
 * themselves are accepted; (4) names that need support are accepted as soon as their needs are met by cues or by what is
 * accepted already, again and again until nothing changes, and where nothing does, names of one sentence that ask for one
 * another together; (5) of readings that overlap the longest, then the better
 * supported wins, and readings that cannot be told apart are all dropped. A wrong card is worse than none.
 */
import {
  contains,
  overlaps,
  paragraphAround,
  paragraphStarts,
  type Span,
  sentenceAround,
} from '../text/spans.ts';
import { isStandingAlone, keepsCase } from './letter-case.ts';
import type { Hits } from './look-up.ts';
import { createOtherNames, type OtherNames } from './other-names.ts';
import type { Objection, Reason, Rejection, Scope } from './reasons.ts';
import type { AliasRule, Requirement } from './rules.ts';
import type { RuleBook } from './rules-bytes.ts';
import {
  CLEAR_LEAD,
  CUE,
  FULL_NAME,
  LINKED_ENTITY,
  NEEDED_ENTITY,
  NEEDY_NAME,
  OTHER_NAME,
  PLAIN_NAME,
  SAME_LANGUAGE,
  THRESHOLD,
} from './weights.ts';

/** A place in the text that names an entity. */
export interface Mention extends Span {
  /** Index into the rules' entities. */
  readonly entity: number;
  readonly points: number;
  readonly why: readonly Reason[];
}

interface Candidate extends Span {
  readonly alias: AliasRule;
  points: number;
  why: Reason[];
}

/** A reading that was not chosen: what spoke for it, and what was decided. */
export interface Rejected extends Span {
  readonly entity: number;
  readonly points: number;
  readonly why: readonly (Reason | Objection)[];
  readonly because: Rejection;
}

/** All that was decided about a text. */
export interface Decisions {
  /** In reading order, not overlapping. */
  readonly chosen: readonly Mention[];
  /** In reading order. */
  readonly rejected: readonly Rejected[];
}

/** Needs can lean on one another (a short name on a long one, a product on its maker); chains are short. */
const MAX_ROUNDS = 6;

/**
 * Chooses among the hits of one text. `language` is the page's (BCP 47), or null.
 * The result is in reading order and does not overlap.
 */
export function choose(
  rules: RuleBook,
  text: string,
  hits: Hits,
  language: string | null,
): readonly Mention[] {
  return decide(rules, text, hits, language).chosen;
}

/** Chooses, and tells of every reading that was turned down as well. */
export function decide(rules: RuleBook, text: string, hits: Hits, language: string | null): Decisions {
  const scene = new Scene(text);
  const names = createOtherNames(text, hits, language);
  const rejected: Rejected[] = [];
  const pending: Candidate[] = [];
  for (let i = 0; i < hits.length; i += 3) {
    const span = { start: hits[i] as number, end: hits[i + 1] as number };
    const target = hits[i + 2] as number;
    const alias = rules.alias(target);
    if (alias === null) {
      const cue = rules.cueId(target);
      if (cue !== null) scene.addCue(cue, span);
    } else if (keepsCase(text, span, alias) && isStandingAlone(text, span)) {
      pending.push({ ...span, alias, points: 0, why: [] });
    } else {
      rejected.push(rejection({ ...span, alias, points: 0, why: [] }, 'case'));
    }
  }
  const open: Candidate[] = [];
  for (const candidate of pending) {
    scene.addName(candidate);
    const veto = scene.veto(candidate);
    if (veto === null) open.push(candidate);
    else rejected.push(rejection(candidate, 'vetoed', veto));
  }
  const supportOf = createSupport(scene, names);
  const accepted = acceptSupported(scene, open, supportOf);
  for (const candidate of accepted) addBonuses(rules, scene, candidate, language);
  const isAccepted = new Set(accepted);
  for (const candidate of open) {
    if (isAccepted.has(candidate)) continue;
    const { why, isComplete } = supportOf(candidate);
    candidate.why = why;
    rejected.push(rejection(candidate, isComplete ? 'below-threshold' : 'needs-not-met'));
  }
  const placed = settleOverlaps(rules, text, accepted, rejected);
  const lost = placesOf(rejected);
  return {
    chosen: placed.map((candidate) => finish(rules, text, candidate, lost)),
    rejected: rejected.sort((a, b) => a.start - b.start || a.end - b.end || a.entity - b.entity),
  };
}

function rejection(candidate: Candidate, because: Rejection, objection?: Objection): Rejected {
  const { start, end, alias, points } = candidate;
  const reasons = candidate.why.length > 0 ? candidate.why : [aliasReason(alias)];
  const why = objection ? [...reasons, objection] : reasons;
  return { start, end, entity: alias.entity, points, why, because };
}

function aliasReason(alias: AliasRule): Reason {
  return { type: 'alias', alias: alias.text, points: alias.needs.length === 0 ? PLAIN_NAME : NEEDY_NAME };
}

/** What covers each unit. Names are short: with it, what overlaps a span is found without looking at everything else. */
function placesOf<T extends Span>(spans: readonly T[]): Map<number, T[]> {
  const places = new Map<number, T[]>();
  for (const span of spans) cover(places, span);
  return places;
}

function cover<T extends Span>(places: Map<number, T[]>, span: T): void {
  for (let unit = span.start; unit < span.end; unit++) {
    const there = places.get(unit);
    if (there) there.push(span);
    else places.set(unit, [span]);
  }
}

function overlapping<T extends Span>(places: ReadonlyMap<number, readonly T[]>, { start, end }: Span): T[] {
  const found = new Set<T>();
  for (let unit = start; unit < end; unit++) for (const span of places.get(unit) ?? []) found.add(span);
  return [...found];
}

interface Support {
  readonly why: Reason[];
  /** Whether all needs of the alias are met. */
  readonly isComplete: boolean;
  readonly isEnough: boolean;
}

/** What speaks for a candidate by the needs of its alias, and against it beside it. */
type SupportOf = (candidate: Candidate, assumed?: Assumed) => Support;

function createSupport(scene: Scene, names: OtherNames): SupportOf {
  return (candidate, assumed) => {
    const { alias } = candidate;
    const why: Reason[] = [aliasReason(alias)];
    let isComplete = true;
    for (const group of alias.needs) {
      const best = group
        .map((requirement) => meet(scene, candidate, requirement, assumed))
        .filter((reason) => reason !== null)
        .sort((a, b) => pointsOf(b) - pointsOf(a))[0];
      if (best) why.push(best);
      else isComplete = false;
    }
    const other = alias.needs.length > 0 ? names.around(candidate) : null;
    if (other !== null) why.push({ type: 'other-name', text: other, points: OTHER_NAME });
    return { why, isComplete, isEnough: isComplete && sumOf(why) >= THRESHOLD };
  };
}

function acceptSupported(scene: Scene, open: readonly Candidate[], supportOf: SupportOf): Candidate[] {
  let waiting = open;
  const accepted: Candidate[] = [];
  for (let round = 0; round < MAX_ROUNDS && waiting.length > 0; round++) {
    const now = new Map<Candidate, Support>();
    for (const candidate of waiting) {
      const support = supportOf(candidate);
      if (support.isEnough) now.set(candidate, support);
    }
    if (now.size === 0)
      for (const [candidate, support] of circleIn(waiting, supportOf)) now.set(candidate, support);
    if (now.size === 0) break;
    // Entities accepted in this round support others from the next one on: the order of hits must not matter.
    for (const [candidate, { why }] of now) {
      candidate.why = why;
      candidate.points = sumOf(why);
      scene.addEntity(candidate);
      accepted.push(candidate);
    }
    waiting = waiting.filter((candidate) => !now.has(candidate));
  }
  return accepted;
}

/** Where entities would stand if some candidates were right. */
type Assumed = ReadonlyMap<number, Places>;

/**
 * Names that nothing supports but each other: “Paragon, maker of Graphite”, where either asks for the other. The largest set
 * of which each is enough when the others of its sentence are taken for right; it does not depend on the order of hits.
 */
function circleIn(waiting: readonly Candidate[], supportOf: SupportOf): [Candidate, Support][] {
  let circle = waiting.filter(({ alias }) => alias.needs.flat().some(({ type }) => type === 'entity'));
  for (let round = 0; round < MAX_ROUNDS && circle.length > 1; round++) {
    const assumed = new Map<number, Places>();
    for (const candidate of circle) add(assumed, candidate.alias.entity, candidate);
    const supported = circle.flatMap((candidate): [Candidate, Support][] => {
      const support = supportOf(candidate, assumed);
      return support.isEnough ? [[candidate, support]] : [];
    });
    if (supported.length === circle.length) return supported;
    circle = supported.map(([candidate]) => candidate);
  }
  return [];
}

function meet(
  scene: Scene,
  candidate: Candidate,
  requirement: Requirement,
  assumed?: Assumed,
): Reason | null {
  const { alias } = candidate;
  if (requirement.type === 'first-full-name') {
    const full = scene.fullNameFor(alias.entity, candidate);
    return full ? { type: 'full-name', text: full, points: FULL_NAME } : null;
  }
  for (const scope of scopesUpTo(alias.scope)) {
    if (requirement.type === 'cue') {
      const word = scene.cueWord(requirement.id, candidate, alias.entity, scope);
      if (word !== null) return { type: 'cue', cue: requirement.id, word, scope, points: CUE[scope] };
    } else {
      const { entity } = requirement;
      const isThere =
        scene.hasEntity(entity, candidate, scope) ||
        (scope === 'sentence' && assumed !== undefined && scene.isAmong(assumed, entity, candidate));
      if (entity >= 0 && entity !== alias.entity && isThere) {
        return { type: 'entity', entity: requirement.id, scope, points: NEEDED_ENTITY[scope] };
      }
    }
  }
  return null;
}

function addBonuses(rules: RuleBook, scene: Scene, candidate: Candidate, language: string | null): void {
  const { entity, lang } = candidate.alias;
  const linked = Array.from(rules.links(entity)).find((other) => scene.hasEntity(other, candidate, 'page'));
  const already = candidate.why.some((reason) => reason.type === 'entity');
  if (linked !== undefined && !already) {
    const id = rules.entity(linked)?.id ?? '';
    candidate.why.push({ type: 'entity', entity: id, scope: 'page', points: LINKED_ENTITY });
  }
  if (language !== null && lang !== 'und' && lang.split('-')[0] === language.split('-')[0]?.toLowerCase()) {
    candidate.why.push({ type: 'language', language: lang, points: SAME_LANGUAGE });
  }
  candidate.points = sumOf(candidate.why);
}

function settleOverlaps(
  rules: RuleBook,
  text: string,
  accepted: readonly Candidate[],
  rejected: Rejected[],
): Candidate[] {
  const drop = (candidate: Candidate, rival: Candidate, because: Rejection) => {
    const { start, end, alias, points } = rival;
    const entity = rules.entity(alias.entity)?.id ?? '';
    const place = sameSpan(rival, candidate) ? 'same' : contains(rival, candidate) ? 'around' : 'across';
    rejected.push(
      rejection(candidate, because, { type: 'rival', entity, text: text.slice(start, end), points, place }),
    );
  };
  const order = [...accepted].sort(
    (a, b) =>
      length(b) - length(a) || b.points - a.points || a.start - b.start || a.alias.entity - b.alias.entity,
  );
  const placed: Candidate[] = [];
  const undecided = new Set<Candidate>();
  const places = new Map<number, Candidate[]>();
  for (const candidate of order) {
    // A candidate is no longer than any that is placed, so at most two reach into it: the first of them is the longest.
    const [rival] = overlapping(places, candidate).sort((a, b) => length(b) - length(a) || a.start - b.start);
    if (!rival) {
      placed.push(candidate);
      cover(places, candidate);
    } else if (rival.alias.entity === candidate.alias.entity) continue;
    else if (!sameSpan(rival, candidate))
      drop(candidate, rival, contains(rival, candidate) ? 'inside-longer-name' : 'less-support');
    else if (rival.points - candidate.points >= CLEAR_LEAD) drop(candidate, rival, 'less-support');
    else {
      drop(candidate, rival, 'ambiguous');
      if (!undecided.has(rival)) drop(rival, candidate, 'ambiguous');
      // The place stays taken, so that no shorter reading slips in where the longer ones could not be told apart.
      undecided.add(rival);
    }
  }
  return placed.filter((candidate) => !undecided.has(candidate)).sort((a, b) => a.start - b.start);
}

function finish(
  rules: RuleBook,
  text: string,
  candidate: Candidate,
  lost: ReadonlyMap<number, readonly Rejected[]>,
): Mention {
  const { start, end, alias, points, why } = candidate;
  const others = new Map<number, Rejected>();
  for (const other of overlapping(lost, candidate))
    if (other.entity !== alias.entity && !others.has(other.entity)) others.set(other.entity, other);
  const rejections = [...others.values()].map((other): Reason => {
    const veto = other.why.find((reason) => reason.type === 'veto');
    return {
      type: 'rejected',
      entity: rules.entity(other.entity)?.id ?? '',
      because: other.because,
      text: text.slice(other.start, other.end),
      points: other.points,
      ...(veto ? { word: veto.word } : {}),
    };
  });
  return { start, end, entity: alias.entity, points, why: [...why, ...rejections] };
}

/** Places of one cue or entity. */
interface Places {
  spans: Span[];
  sorted: boolean;
}

/** What stands where: cues and accepted entities, asked for by nearness. */
class Scene {
  readonly #text: string;
  readonly #cues = new Map<string, Places>();
  readonly #entities = new Map<number, Places>();
  readonly #fullNames = new Map<number, Places>();
  /** Where each entity may be named, accepted or not: the beginnings, by `placeKey`. */
  readonly #names = new Map<number, Set<number>>();
  readonly #windows = new Map<number, { sentence?: Span; paragraph?: Span }>();
  #paragraphs: readonly number[] | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  addCue(id: string, hit: Span): void {
    add(this.#cues, id, hit);
  }

  addName(candidate: Candidate): void {
    const { entity } = candidate.alias;
    const names = this.#names.get(entity);
    if (names) names.add(placeKey(candidate));
    else this.#names.set(entity, new Set([placeKey(candidate)]));
  }

  addEntity(candidate: Candidate): void {
    const { entity, full } = candidate.alias;
    add(this.#entities, entity, candidate);
    if (full) add(this.#fullNames, entity, candidate);
  }

  /** The first veto that stands in the same sentence; a word that goes on around the name (“Statue of Liberty”) counts. */
  veto(candidate: Candidate): Objection | null {
    for (const cue of candidate.alias.never) {
      const places = this.#cues.get(cue);
      if (!places) continue;
      const window = this.#window(candidate, 'sentence');
      const hit = firstInside(places, window, (place) => !contains(candidate, place));
      if (hit) return { type: 'veto', cue, word: this.#text.slice(hit.start, hit.end) };
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
    const hit = firstInside(places, this.#window(near, scope), isOther);
    return hit ? this.#text.slice(hit.start, hit.end) : null;
  }

  hasEntity(entity: number, near: Span, scope: Scope): boolean {
    const places = this.#entities.get(entity);
    return places !== undefined && firstInside(places, this.#window(near, scope)) !== null;
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

/** Names are shorter than this (spot.ts). */
const LONGEST_NAME = 2 ** 12;

function placeKey({ start, end }: Span): number {
  return start * LONGEST_NAME + Math.min(end - start, LONGEST_NAME - 1);
}

function add<K>(map: Map<K, Places>, key: K, span: Span): void {
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

function scopesUpTo(scope: Scope): readonly Scope[] {
  return scope === 'page'
    ? ['sentence', 'paragraph', 'page']
    : scope === 'paragraph'
      ? ['sentence', 'paragraph']
      : ['sentence'];
}

function pointsOf(reason: Reason): number {
  return 'points' in reason ? reason.points : 0;
}

function sumOf(why: readonly Reason[]): number {
  return why.reduce((sum, reason) => sum + pointsOf(reason), 0);
}

function length(span: Span): number {
  return span.end - span.start;
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

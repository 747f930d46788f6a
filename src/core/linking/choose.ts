/**
 * Choosing: from the places where names stand to the mentions that are marked. One reading or none for each place.
 *
 * Order of thought: (1) letter case and surroundings rule readings out; (2) vetoes rule out more; (3) names that stand by
 * themselves are accepted; (4) names that need support are accepted as soon as their needs are met by cues or by what is
 * accepted already, again and again until nothing changes, and where nothing does, names of one sentence that ask for one
 * another together; (5) of readings that overlap the longest, then the better
 * supported wins, and readings that cannot be told apart are all dropped. A wrong card is worse than none.
 */
import { contains, type Span } from '../text/spans.ts';
import { createDefinitions } from './definitions.ts';
import type { Hits } from './hits.ts';
import { isInCapitals, isParagraphOfLaw, isStandingAlone, keepsCase } from './letter-case.ts';
import { createOtherNames } from './other-names.ts';
import type { Objection, Reason, Rejection } from './reasons.ts';
import type { RuleBook } from './rules-bytes.ts';
import { Scene } from './scene.ts';
import { acceptSupported, aliasReason, type Candidate, createSupport, sumOf } from './support.ts';
import { CLEAR_LEAD, LINKED_ENTITY, SAME_LANGUAGE } from './weights.ts';

/** A place in the text that names an entity. */
export interface Mention extends Span {
  /** Index into the rules' entities. */
  readonly entity: number;
  readonly points: number;
  readonly why: readonly Reason[];
}

/** A reading that was not chosen: what spoke for it, and what was decided. */
export interface Rejected extends Span {
  readonly entity: number;
  readonly points: number;
  readonly why: readonly (Reason | Objection)[];
  readonly because: Rejection;
}

/** What has paragraphs. */
const LEGAL: ReadonlySet<string> = new Set(['law', 'ruling', 'instrument', 'sanction']);

/** All that was decided about a text. */
export interface Decisions {
  /** In reading order, not overlapping. */
  readonly chosen: readonly Mention[];
  /** In reading order. */
  readonly rejected: readonly Rejected[];
}

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
      const cue = rules.cue(target);
      if (cue && (!cue.inCapitals || isInCapitals(text, span))) scene.addCue(cue.id, span);
    } else if (
      keepsCase(text, span, alias) &&
      isStandingAlone(text, span) &&
      !(isParagraphOfLaw(text, span) && !LEGAL.has(rules.entity(alias.entity)?.kind ?? ''))
    ) {
      pending.push({ ...span, target, alias, points: 0, why: [] });
    } else {
      rejected.push(rejection({ ...span, target, alias, points: 0, why: [] }, 'case'));
    }
  }
  const open: Candidate[] = [];
  for (const candidate of pending) {
    scene.addName(candidate);
    const veto = scene.veto(candidate);
    if (veto === null) open.push(candidate);
    else rejected.push(rejection(candidate, 'vetoed', veto));
  }
  const supportOf = createSupport(rules, scene, names, createDefinitions(text, pending));
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

function length(span: Span): number {
  return span.end - span.start;
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/**
 * Choosing: from the places where names stand to the mentions that are marked. One reading or none for each place.
 *
 * Order of thought: (1) letter case and surroundings rule readings out; (2) vetoes rule out more; (3) names that stand by
 * themselves are accepted; (4) names that need support are accepted as soon as their needs are met by cues or by what is
 * accepted already, again and again until nothing changes; (5) of readings that overlap the longest, then the better
 * supported wins, and readings that cannot be told apart are all dropped. A wrong card is worse than none.
 */
import { contains, overlaps, paragraphAround, type Span, sentenceAround } from '../text/spans.ts';
import { isStandingAlone, keepsCase } from './letter-case.ts';
import type { Reason, Rejection, Scope } from './reasons.ts';
import type { AliasRule, LinkRules, Requirement } from './rules.ts';
import type { Hits } from './spot.ts';
import {
  CLEAR_LEAD,
  CUE,
  FULL_NAME,
  LINKED_ENTITY,
  NEEDED_ENTITY,
  NEEDY_NAME,
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

interface CueHit extends Span {
  readonly id: string;
}

/** Needs can lean on one another (a short name on a long one, a product on its maker); chains are short. */
const MAX_ROUNDS = 6;

/**
 * Chooses among the hits of one text. `language` is the page's (BCP 47), or null.
 * The result is in reading order and does not overlap.
 */
export function choose(rules: LinkRules, text: string, hits: Hits, language: string | null): Mention[] {
  const scene = new Scene(text);
  const rejected: { span: Span; entity: number; because: Rejection }[] = [];
  const pending: Candidate[] = [];
  for (let i = 0; i < hits.length; i += 3) {
    const span = { start: hits[i] as number, end: hits[i + 1] as number };
    const target = hits[i + 2] as number;
    const alias = rules.aliases[target];
    if (alias === undefined) {
      const cue = rules.cues[target - rules.aliases.length];
      if (cue) scene.addCue({ ...span, id: cue.id });
    } else if (keepsCase(text, span, alias) && isStandingAlone(text, span)) {
      pending.push({ ...span, alias, points: 0, why: [] });
    } else {
      rejected.push({ span, entity: alias.entity, because: 'case' });
    }
  }
  const open: Candidate[] = [];
  for (const candidate of pending) {
    if (candidate.alias.never.some((id) => scene.hasCue(id, candidate, 'sentence'))) {
      rejected.push({ span: candidate, entity: candidate.alias.entity, because: 'vetoed' });
    } else open.push(candidate);
  }
  const accepted = acceptSupported(rules, scene, open, language);
  for (const candidate of open) {
    if (!accepted.includes(candidate)) {
      rejected.push({ span: candidate, entity: candidate.alias.entity, because: 'needs-not-met' });
    }
  }
  const chosen = settleOverlaps(accepted, rejected);
  return chosen.map((candidate) => finish(rules, candidate, rejected));
}

function acceptSupported(
  rules: LinkRules,
  scene: Scene,
  open: Candidate[],
  language: string | null,
): Candidate[] {
  let waiting = open;
  const accepted: Candidate[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const still: Candidate[] = [];
    const now: Candidate[] = [];
    for (const candidate of waiting) {
      const support = supportOf(rules, scene, candidate);
      if (support === null) still.push(candidate);
      else {
        candidate.why = support;
        now.push(candidate);
      }
    }
    // Entities accepted in this round support others from the next one on: the order of hits must not matter.
    for (const candidate of now) {
      scene.addEntity(candidate, rules);
      accepted.push(candidate);
    }
    waiting = still;
    if (now.length === 0 || still.length === 0) break;
  }
  for (const candidate of accepted) {
    addBonuses(rules, scene, candidate, language);
    candidate.points = candidate.why.reduce(
      (total, reason) => total + ('points' in reason ? reason.points : 0),
      0,
    );
  }
  return accepted.filter((candidate) => candidate.points >= THRESHOLD);
}

/** Reasons for a candidate whose needs are all met; null when one is not. */
function supportOf(rules: LinkRules, scene: Scene, candidate: Candidate): Reason[] | null {
  const { alias } = candidate;
  const why: Reason[] = [
    { type: 'alias', alias: alias.text, points: alias.needs.length === 0 ? PLAIN_NAME : NEEDY_NAME },
  ];
  for (const group of alias.needs) {
    const best = group
      .map((requirement) => meet(rules, scene, candidate, requirement))
      .filter((reason) => reason !== null)
      .sort((a, b) => pointsOf(b) - pointsOf(a))[0];
    if (!best) return null;
    why.push(best);
  }
  return why;
}

function meet(rules: LinkRules, scene: Scene, candidate: Candidate, requirement: Requirement): Reason | null {
  const { alias } = candidate;
  if (requirement.type === 'first-full-name') {
    const full = scene.fullNameBefore(alias.entity, candidate);
    return full ? { type: 'full-name', text: full, points: FULL_NAME } : null;
  }
  for (const scope of scopesUpTo(alias.scope)) {
    if (requirement.type === 'cue') {
      const word = scene.cueWord(requirement.id, candidate, scope);
      if (word !== null) return { type: 'cue', cue: requirement.id, word, scope, points: CUE[scope] };
    } else {
      const entity = rules.entities.findIndex((e) => e.id === requirement.id);
      if (entity >= 0 && entity !== alias.entity && scene.hasEntity(entity, candidate, scope)) {
        return { type: 'entity', entity: requirement.id, scope, points: NEEDED_ENTITY[scope] };
      }
    }
  }
  return null;
}

function addBonuses(rules: LinkRules, scene: Scene, candidate: Candidate, language: string | null): void {
  const { entity, lang } = candidate.alias;
  const linked = (rules.links[entity] ?? []).find((other) => scene.hasEntity(other, candidate, 'page'));
  const already = candidate.why.some((reason) => reason.type === 'entity');
  if (linked !== undefined && !already) {
    const id = rules.entities[linked]?.id ?? '';
    candidate.why.push({ type: 'entity', entity: id, scope: 'page', points: LINKED_ENTITY });
  }
  if (language !== null && lang !== 'und' && lang.split('-')[0] === language.split('-')[0]?.toLowerCase()) {
    candidate.why.push({ type: 'language', language: lang, points: SAME_LANGUAGE });
  }
}

function settleOverlaps(
  accepted: readonly Candidate[],
  rejected: { span: Span; entity: number; because: Rejection }[],
): Candidate[] {
  const drop = (candidate: Candidate, because: Rejection) => {
    rejected.push({ span: candidate, entity: candidate.alias.entity, because });
  };
  const order = [...accepted].sort(
    (a, b) =>
      length(b) - length(a) || b.points - a.points || a.start - b.start || a.alias.entity - b.alias.entity,
  );
  const placed: Candidate[] = [];
  for (const candidate of order) {
    const rival = placed.find((other) => overlaps(other, candidate));
    if (!rival) placed.push(candidate);
    else if (rival.alias.entity === candidate.alias.entity) continue;
    else if (!sameSpan(rival, candidate))
      drop(candidate, contains(rival, candidate) ? 'inside-longer-name' : 'less-support');
    else if (rival.points - candidate.points >= CLEAR_LEAD) drop(candidate, 'less-support');
    else {
      drop(candidate, 'ambiguous');
      drop(rival, 'ambiguous');
      // The place stays taken, so that no shorter reading slips in where the longer ones could not be told apart.
      rival.points = Number.NEGATIVE_INFINITY;
    }
  }
  return placed.filter((candidate) => candidate.points >= THRESHOLD).sort((a, b) => a.start - b.start);
}

function finish(
  rules: LinkRules,
  candidate: Candidate,
  rejected: readonly { span: Span; entity: number; because: Rejection }[],
): Mention {
  const { start, end, alias, points, why } = candidate;
  const others = new Map<number, Rejection>();
  for (const { span, entity, because } of rejected) {
    if (entity !== alias.entity && overlaps(span, candidate) && !others.has(entity))
      others.set(entity, because);
  }
  const rejections = [...others].map(
    ([entity, because]): Reason => ({ type: 'rejected', entity: rules.entities[entity]?.id ?? '', because }),
  );
  return { start, end, entity: alias.entity, points, why: [...why, ...rejections] };
}

/** What stands where: cues and accepted entities, asked for by nearness. */
class Scene {
  readonly #text: string;
  readonly #cues = new Map<string, CueHit[]>();
  readonly #entities = new Map<number, Span[]>();
  readonly #fullNames = new Map<number, { start: number; text: string }>();
  readonly #windows = new Map<number, { sentence?: Span; paragraph?: Span }>();

  constructor(text: string) {
    this.#text = text;
  }

  addCue(hit: CueHit): void {
    const list = this.#cues.get(hit.id);
    if (list) list.push(hit);
    else this.#cues.set(hit.id, [hit]);
  }

  addEntity(candidate: Candidate, rules: LinkRules): void {
    const { entity, full } = candidate.alias;
    if (!rules.entities[entity]) return;
    const list = this.#entities.get(entity);
    if (list) list.push(candidate);
    else this.#entities.set(entity, [candidate]);
    const known = this.#fullNames.get(entity);
    if (full && (!known || candidate.start < known.start)) {
      this.#fullNames.set(entity, {
        start: candidate.start,
        text: this.#text.slice(candidate.start, candidate.end),
      });
    }
  }

  hasCue(id: string, near: Span, scope: Scope): boolean {
    return this.cueWord(id, near, scope) !== null;
  }

  /** The cue's word nearest in the list within scope and outside `near` itself; null when there is none. */
  cueWord(id: string, near: Span, scope: Scope): string | null {
    const hits = this.#cues.get(id);
    if (!hits) return null;
    const window = this.#window(near, scope);
    const hit = hits.find(
      (cue) => cue.start >= window.start && cue.end <= window.end && !overlaps(cue, near),
    );
    return hit ? this.#text.slice(hit.start, hit.end) : null;
  }

  hasEntity(entity: number, near: Span, scope: Scope): boolean {
    const spans = this.#entities.get(entity);
    if (!spans) return false;
    const window = this.#window(near, scope);
    return spans.some((span) => span.start >= window.start && span.end <= window.end);
  }

  fullNameBefore(entity: number, near: Span): string | null {
    const full = this.#fullNames.get(entity);
    return full && full.start < near.start ? full.text : null;
  }

  #window(near: Span, scope: Scope): Span {
    if (scope === 'page') return { start: 0, end: this.#text.length };
    const known = this.#windows.get(near.start) ?? {};
    this.#windows.set(near.start, known);
    if (scope === 'sentence') {
      known.sentence ??= sentenceAround(this.#text, near);
      return known.sentence;
    }
    known.paragraph ??= paragraphAround(this.#text, near);
    return known.paragraph;
  }
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

function length(span: Span): number {
  return span.end - span.start;
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

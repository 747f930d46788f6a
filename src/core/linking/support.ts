/** What speaks for the readings of names: the needs of their aliases, one another, and what stands beside them. */
import { type Definition, type Definitions, isOtherThan } from './definitions.ts';
import type { OtherNames } from './other-names.ts';
import type { Reason, Scope } from './reasons.ts';
import type { AliasRule, Requirement } from './rules.ts';
import type { RuleBook } from './rules-bytes.ts';
import { type Assumed, add, type Named, type Places, type Scene } from './scene.ts';
import {
  CUE,
  DEFINED_OTHERWISE,
  FULL_NAME,
  NEEDED_ENTITY,
  NEEDY_NAME,
  OTHER_NAME,
  PLAIN_NAME,
  SURE,
  THRESHOLD,
} from './weights.ts';

/** A reading that may be chosen. */
export interface Candidate extends Named {
  /** Of the form that stands there. */
  readonly target: number;
  points: number;
  why: Reason[];
}

/** Needs can lean on one another (a short name on a long one, a product on its maker); chains are short. */
const MAX_ROUNDS = 6;

export interface Support {
  readonly why: Reason[];
  /** Whether all needs of the alias are met. */
  readonly isComplete: boolean;
  readonly isEnough: boolean;
}

/** What speaks for a candidate by the needs of its alias, and against it beside it. */
export type SupportOf = (candidate: Candidate, assumed?: Assumed) => Support;

/** Asked again and again while more is accepted. */
export function createSupport(
  rules: RuleBook,
  scene: Scene,
  names: OtherNames,
  definitions: Definitions,
): SupportOf {
  const defining = { scene, definitions, isOther: rememberOther(rules) };
  return (candidate, assumed) => {
    const { alias } = candidate;
    const why: Reason[] = [aliasReason(alias)];
    let isComplete = true;
    const defined = alias.needs.length > 0 ? definedAs(defining, candidate) : null;
    if (defined) why.push(defined);
    const isOurs = defined?.type === 'full-name';
    for (const group of isOurs ? [] : alias.needs) {
      const best = group
        .map((requirement) => meet(scene, candidate, requirement, assumed))
        .filter((reason) => reason !== null)
        .sort((a, b) => pointsOf(b) - pointsOf(a))[0];
      if (best) why.push(best);
      else isComplete = false;
    }
    const mayBeOther = alias.needs.length > 0 && !isOurs && !scene.isSure(alias);
    const other = mayBeOther ? names.around(candidate) : null;
    if (other !== null) why.push({ type: 'other-name', text: other, points: OTHER_NAME });
    return { why, isComplete, isEnough: isComplete && sumOf(why) >= THRESHOLD };
  };
}

/** Accepts candidates with enough support, and gives each its reasons; the rest is left as it is. */
export function acceptSupported(scene: Scene, open: readonly Candidate[], supportOf: SupportOf): Candidate[] {
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
      scene.addEntity(candidate, candidate.points >= SURE);
      accepted.push(candidate);
    }
    waiting = waiting.filter((candidate) => !now.has(candidate));
  }
  return accepted;
}

/**
 * Names that nothing supports but each other: “Paragon, maker of Graphite”, where either asks for the other. The largest set
 * of which each is enough when the others of its sentence are taken for right; it does not depend on the order of hits.
 */
function circleIn(waiting: readonly Candidate[], supportOf: SupportOf): [Candidate, Support][] {
  let circle = waiting.filter(({ alias }) => alias.needs.flat().some(({ type }) => type === 'entity'));
  // Ends: every round takes somebody away, and what holds together stands in one sentence.
  while (circle.length > 1) {
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

/** What the text says of an abbreviation in so many words: that it is this entity's, or another's; null when it says nothing. */
function definedAs({ scene, definitions, isOther }: Defining, candidate: Candidate): Reason | null {
  const { entity } = candidate.alias;
  const found = definitions.of(candidate);
  if (found.length === 0) return null;
  for (const { names, words } of found)
    if (names.some((name) => name.alias.entity === entity && scene.isAccepted(entity, name)))
      return { type: 'full-name', text: words, points: FULL_NAME, defines: true };
  const isOurs = ({ names }: Definition) => names.some((name) => name.alias.entity === entity);
  if (found.some(isOurs)) return null;
  // Elsewhere on the page it may well be ours, where the full name stands as well.
  const isHere = definitions.isDefined(candidate);
  if (!isHere && scene.fullNameFor(entity, candidate) !== null) return null;
  const [other] = found;
  return other && found.every((definition) => isOther(candidate, definition))
    ? { type: 'other-name', text: `${other.words} (${other.abbreviation})`, points: DEFINED_OTHERWISE }
    : null;
}

interface Defining {
  readonly scene: Scene;
  readonly definitions: Definitions;
  isOther(candidate: Candidate, definition: Definition): boolean;
}

/** Asked of each place of an abbreviation again and again: answered once for each of its names and meanings. */
function rememberOther(rules: RuleBook): Defining['isOther'] {
  const answers = new Map<string, boolean>();
  return (candidate, definition) => {
    const key = `${candidate.target} ${definition.words}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = isOtherThan(fullNamesBeside(rules, candidate), definition);
    answers.set(key, answer);
    return answer;
  };
}

/** The full names of the candidate's entity: a dataset's names come entity by entity. */
function fullNamesBeside(rules: RuleBook, { target, alias }: Candidate): string[] {
  const names: string[] = [];
  for (const step of [-1, 1])
    for (let at = target + step; at >= 0; at += step) {
      const beside = rules.alias(at);
      if (beside?.entity !== alias.entity) break;
      if (beside.full) names.push(beside.text);
    }
  return names;
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
    // Where the same name means something else on the page, what stands far away tells nothing.
    if (scope === 'page' && scene.isVetoedElsewhere(alias) && !scene.isSure(alias)) return null;
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

/** What a name brings by itself. */
export function aliasReason(alias: AliasRule): Reason {
  return { type: 'alias', alias: alias.text, points: alias.needs.length === 0 ? PLAIN_NAME : NEEDY_NAME };
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

/** The points of some reasons together. */
export function sumOf(why: readonly Reason[]): number {
  return why.reduce((sum, reason) => sum + pointsOf(reason), 0);
}

/**
 * Replaying decisions from their reasons alone: what a reading says of itself must be enough to decide the same again.
 * The text is not looked at.
 */
import type { Mention, Rejected } from './choose.ts';
import type { Objection, Reason, Rejection, Scope } from './reasons.ts';
import type { AliasRule, Requirement } from './rules.ts';
import type { RuleBook } from './rules-bytes.ts';
import { CLEAR_LEAD, PLAIN_NAME, THRESHOLD } from './weights.ts';

/** What the reasons of a reading say: chosen, or why not. `case` cannot be told from reasons, only from the text. */
export function replay(
  rules: RuleBook,
  reading: Pick<Mention | Rejected, 'entity' | 'why'>,
): 'chosen' | Exclude<Rejection, 'case'> {
  const { entity } = reading;
  const why: readonly (Reason | Objection)[] = reading.why;
  if (why.some((reason) => reason.type === 'veto')) return 'vetoed';
  const named = why.find((reason) => reason.type === 'alias');
  if (!named || !aliasesNamed(rules, entity, named).some((alias) => needsMet(alias, why)))
    return 'needs-not-met';
  const points = why.reduce((total, reason) => total + pointsFor(reason), 0);
  if (points < THRESHOLD) return 'below-threshold';
  const rival = why.find((reason) => reason.type === 'rival');
  if (!rival) return 'chosen';
  if (rival.place === 'around') return 'inside-longer-name';
  if (rival.place === 'across') return 'less-support';
  return Math.abs(rival.points - points) < CLEAR_LEAD ? 'ambiguous' : 'less-support';
}

/** A rival's points are its own. */
function pointsFor(reason: Reason | Objection): number {
  return 'points' in reason && reason.type !== 'rival' && reason.type !== 'rejected' ? reason.points : 0;
}

/** A name may stand in a record twice, by itself and with needs: its points tell which was meant. */
function aliasesNamed(
  rules: RuleBook,
  entity: number,
  { alias: text, points }: Extract<Reason, { type: 'alias' }>,
): AliasRule[] {
  const found: AliasRule[] = [];
  for (let target = 0; target < rules.aliasCount; target++) {
    const alias = rules.alias(target);
    if (alias?.entity !== entity || alias.text !== text) continue;
    if ((alias.needs.length === 0) === (points === PLAIN_NAME)) found.push(alias);
  }
  return found;
}

function needsMet(alias: AliasRule, why: readonly (Reason | Objection)[]): boolean {
  return alias.needs.every((group) =>
    group.some((requirement) => why.some((reason) => meets(reason, requirement, alias.scope))),
  );
}

/** From near to far. */
const SCOPES: readonly Scope[] = ['sentence', 'paragraph', 'page'];

function meets(reason: Reason | Objection, requirement: Requirement, scope: Scope): boolean {
  if (reason.type === 'full-name') return reason.defines || requirement.type === 'first-full-name';
  const isNear = 'scope' in reason && SCOPES.indexOf(reason.scope) <= SCOPES.indexOf(scope);
  if (requirement.type === 'cue') return reason.type === 'cue' && reason.cue === requirement.id && isNear;
  return (
    requirement.type === 'entity' && reason.type === 'entity' && reason.entity === requirement.id && isNear
  );
}

/** Replaying a decision from its reasons alone: what a mention says of itself must be enough to decide the same again. */
import type { Mention } from './choose.ts';
import type { Reason } from './reasons.ts';
import type { AliasRule, Requirement } from './rules.ts';
import type { RuleBook } from './rules-bytes.ts';
import { THRESHOLD } from './weights.ts';

/**
 * True when the reasons carry the decision: the alias they name is the entity's, each of its needs is met by one of them,
 * and their points reach the threshold.
 */
export function replays(rules: RuleBook, mention: Pick<Mention, 'entity' | 'why'>): boolean {
  const points = mention.why.reduce((total, reason) => total + ('points' in reason ? reason.points : 0), 0);
  if (points < THRESHOLD) return false;
  const named = mention.why.find((reason) => reason.type === 'alias');
  if (!named) return false;
  for (let target = 0; target < rules.aliasCount; target++) {
    const alias = rules.alias(target);
    if (alias?.entity === mention.entity && alias.text === named.alias && needsMet(alias, mention.why))
      return true;
  }
  return false;
}

function needsMet(alias: AliasRule, why: readonly Reason[]): boolean {
  return alias.needs.every((group) =>
    group.some((requirement) => why.some((reason) => meets(reason, requirement))),
  );
}

function meets(reason: Reason, requirement: Requirement): boolean {
  if (requirement.type === 'cue') return reason.type === 'cue' && reason.cue === requirement.id;
  if (requirement.type === 'entity') return reason.type === 'entity' && reason.entity === requirement.id;
  return reason.type === 'full-name';
}

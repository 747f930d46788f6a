/**
 * Claims and replies that stand apart because one was known on the article's day and the other was not. Each names the
 * other, so that nobody reads a claim without hearing that it was answered.
 */
import type { Card, CardStatement } from '../../core/dataset/card.ts';
import type { GroupedStatements, PlacedStatement } from '../../core/dataset/grouping.ts';

export interface CrossReferences {
  /** What this statement replies to, where that stands elsewhere on the card. */
  answers(statement: CardStatement): readonly CardStatement[];
  /** What replies to this statement, where that stands elsewhere on the card. */
  answeredBy(statement: CardStatement): readonly CardStatement[];
}

export function crossReferences({ statements }: Card, groups: GroupedStatements): CrossReferences {
  /** Pairs that stand under each other need no reference. */
  const together = new Set<string>();
  const note = ({ statement, replies }: PlacedStatement) => {
    for (const reply of replies) {
      together.add(`${reply.statement.id} ${statement.id}`);
      note(reply);
    }
  };
  for (const placed of [...groups.knownThen, ...groups.knownSince, ...groups.unclear]) note(placed);
  const isApart = (reply: CardStatement, claim: CardStatement) =>
    reply !== claim && reply.answers.includes(claim.id) && !together.has(`${reply.id} ${claim.id}`);
  return {
    answers: (reply) => statements.filter((claim) => isApart(reply, claim)),
    answeredBy: (claim) => statements.filter((reply) => isApart(reply, claim)),
  };
}

/**
 * Claims and replies that stand apart because one was known on the article's day and the other was not. Each names the
 * other, so that nobody reads a claim without hearing that it was answered.
 */
import type { CardStatement } from '../../core/dataset/card.ts';
import type { PlacedStatement } from '../../core/dataset/grouping.ts';

export interface CrossReferences {
  /** What this statement replies to, where that stands elsewhere on the card. */
  answers(statement: CardStatement): readonly CardStatement[];
  /** What replies to this statement, where that stands elsewhere on the card. */
  answeredBy(statement: CardStatement): readonly CardStatement[];
  /** Leads from one of them, where it is shown, to the other. */
  readonly jump: (from: HTMLElement, id: string) => void;
}

/** Of `statements` as they are `shown`: those that stand under each other need no reference. */
export function crossReferences(
  statements: readonly CardStatement[],
  shown: readonly PlacedStatement[],
  jump: CrossReferences['jump'],
): CrossReferences {
  const together = new Set<string>();
  const note = ({ statement, replies }: PlacedStatement) => {
    for (const reply of replies) {
      together.add(`${reply.statement.id} ${statement.id}`);
      note(reply);
    }
  };
  shown.forEach(note);
  const isApart = (reply: CardStatement, claim: CardStatement) =>
    reply !== claim && reply.answers.includes(claim.id) && !together.has(`${reply.id} ${claim.id}`);
  return {
    jump,
    answers: (reply) => statements.filter((claim) => isApart(reply, claim)),
    answeredBy: (claim) => statements.filter((reply) => isApart(reply, claim)),
  };
}

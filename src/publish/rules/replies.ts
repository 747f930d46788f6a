/** Replies: whoever reads an allegation on a card reads an answer to it on the same card. */
import type { LoadedDataset } from '../load.ts';
import type { Problem } from '../problem.ts';
import { statementId } from '../references.ts';
import { at } from './common.ts';

/** An allegation that was answered shows the answer on every entity it is about (a dated search shows on all by itself). */
export function replies({ entities }: LoadedDataset): Problem[] {
  /** Entities on whose cards each statement is answered. */
  const answeredOn = new Map<string, Set<string>>();
  for (const { record } of entities) {
    for (const { answers, about } of record.statements) {
      for (const answer of answers) {
        const id = statementId(record.id, answer);
        answeredOn.set(id, new Set([...(answeredOn.get(id) ?? []), ...(about ?? [record.id])]));
      }
    }
  }
  return entities.flatMap((file) =>
    file.record.statements.flatMap((statement, i) => {
      if (!statement.allegation && statement.act !== 'alleges') return [];
      const answered = answeredOn.get(`${file.record.id}/${statement.id}`);
      if (answered === undefined || statement.noReplyFound !== undefined) return [];
      return (statement.about ?? [file.record.id])
        .filter((entity) => !answered.has(entity))
        .map((entity) =>
          at(
            file,
            ['statements', i],
            'reply',
            `the card of ${entity} shows ${statement.id} without its answer`,
            'add the entity to about: of an answer, or leave it out of about: here',
          ),
        );
    }),
  );
}

/** The gates of release: what keeps a statement a draft. */
import { PRIMARY_BASES } from '../../core/dataset/vocabulary.ts';
import type { Problem } from '../problem.ts';
import { underlyingPublisher } from '../references.ts';
import { at, type EntityFile, type Index, sourcesOf, warn } from './common.ts';

/** Acts by which something is said of somebody. What was ruled or ordered can be denied and is no allegation for that. */
const SAYING_ACTS = ['states', 'asserts', 'finds', 'reports', 'estimates', 'charges', 'sanctions'];

export function weakOnly(file: EntityFile): Problem[] {
  return file.record.statements.flatMap((statement, i) => {
    const sources = sourcesOf(file, statement);
    return sources.length > 0 && sources.every((s) => s.weak)
      ? [
          at(
            file,
            ['statements', i],
            'weak',
            `${statement.id} rests on weak sources only`,
            'add a better source, or move it to drafts/',
          ),
        ]
      : [];
  });
}

export function allegations(file: EntityFile, index: Index): Problem[] {
  return file.record.statements.flatMap((statement, i) => {
    if (!statement.allegation && statement.act !== 'alleges') return [];
    const problems: Problem[] = [];
    const publishers = new Set(
      sourcesOf(file, statement)
        .filter((s) => !s.weak)
        .map(underlyingPublisher),
    );
    if (!PRIMARY_BASES.includes(statement.basis) && publishers.size < 2) {
      problems.push(
        at(
          file,
          ['statements', i],
          'allegation',
          `the allegation ${statement.id} has no primary document and only one independent publisher`,
          'add a second publisher or the document itself, or move it to drafts/',
        ),
      );
    }
    if (!index.answered.has(`${file.record.id}/${statement.id}`) && statement.noReplyFound === undefined) {
      problems.push(
        at(
          file,
          ['statements', i],
          'allegation',
          `the allegation ${statement.id} has neither an answer nor a dated search for one`,
          'add the answer as a statement with answers:, or noReplyFound: DATE after searching',
        ),
      );
    }
    return problems;
  });
}

/** Nobody denies what nobody is accused of. */
export function deniedStatements(file: EntityFile, index: Index): Problem[] {
  return file.record.statements.flatMap((statement, i) =>
    !statement.allegation &&
    SAYING_ACTS.includes(statement.act) &&
    index.denied.has(`${file.record.id}/${statement.id}`)
      ? [
          warn(
            file,
            ['statements', i],
            'allegation',
            `${statement.id} is denied and is no allegation`,
            'set allegation: true, or let the denial answer what it denies',
          ),
        ]
      : [],
  );
}

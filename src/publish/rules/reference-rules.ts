/** References: ids, sources, passages, answers and redirects that lead somewhere. */
import type { LoadedDataset } from '../load.ts';
import type { Problem } from '../problem.ts';
import { resolveSource, statementId, uncitedPassages } from '../references.ts';
import {
  at,
  atSetting,
  type DraftFile,
  type EntityFile,
  type Index,
  isEntity,
  isStatement,
} from './common.ts';

export function duplicateIds(dataset: LoadedDataset): Problem[] {
  const problems: Problem[] = [];
  const files = new Map<string, string>();
  for (const file of dataset.entities) {
    const first = files.get(file.record.id);
    if (first) {
      problems.push(
        at(
          file,
          ['id'],
          'id',
          `the id ${file.record.id} is already used by ${first}`,
          'give one of them another id',
        ),
      );
    }
    files.set(file.record.id, file.file);
    const ids = new Set<string>();
    file.record.statements.forEach((statement, i) => {
      if (ids.has(statement.id)) {
        problems.push(
          at(
            file,
            ['statements', i, 'id'],
            'id',
            `two statements have the id ${statement.id}`,
            'give one of them another id',
          ),
        );
      }
      ids.add(statement.id);
    });
  }
  return problems;
}

export function sourceReferences(file: EntityFile): Problem[] {
  return sourceLists(file).flatMap(({ path, sources }) =>
    sources.flatMap((reference, i) => {
      const resolved = resolveSource(reference, file.record.sources);
      return typeof resolved === 'string'
        ? [
            at(
              file,
              [...path, i],
              'source',
              resolved,
              'name a source (and passage) that stands under sources:',
            ),
          ]
        : [];
    }),
  );
}

export function unusedPassages(file: EntityFile): Problem[] {
  return uncitedPassages(file.record).map(({ key, passage }) =>
    at(
      file,
      ['sources', key, 'passages', passage],
      'unused',
      `nothing cites ${key}#${passage}`,
      'cite it or remove it',
    ),
  );
}

export function entityReferences(file: EntityFile, index: Index): Problem[] {
  const { record } = file;
  const problems: Problem[] = [];
  const expect = (id: string, path: PropertyKey[], what: string) => {
    if (!isEntity(index, id)) {
      problems.push(
        at(file, path, 'reference', `${what} ${id} is not an entity`, 'mend the id, or add the entity first'),
      );
    }
  };
  record.relations.forEach((relation, i) => {
    expect(relation.target, ['relations', i, 'target'], 'the relation target');
    if (relation.target === record.id) {
      problems.push(
        at(file, ['relations', i], 'reference', 'the relation points at its own entity', 'remove it'),
      );
    }
  });
  record.statements.forEach((statement, i) => {
    for (const id of statement.about ?? []) expect(id, ['statements', i, 'about'], 'about:');
    if (statement.about && !statement.about.includes(record.id)) {
      problems.push(
        at(
          file,
          ['statements', i, 'about'],
          'reference',
          `about: leaves out ${record.id}, the entity of this file`,
          'add it, or move the statement',
        ),
      );
    }
    if (isIdShaped(statement.speaker)) expect(statement.speaker, ['statements', i, 'speaker'], 'the speaker');
  });
  return problems;
}

export function statementReferences(file: EntityFile, index: Index): Problem[] {
  const { record } = file;
  const problems: Problem[] = [];
  record.summaryFrom.forEach((reference, i) => {
    if (!isStatement(index, statementId(record.id, reference))) {
      problems.push(
        at(
          file,
          ['summaryFrom', i],
          'summary',
          `summaryFrom names ${reference}, which is not a statement`,
          'name the statement that backs the summary',
        ),
      );
    }
  });
  record.statements.forEach((statement, i) => {
    if (statement.missing) {
      problems.push(
        at(
          file,
          ['statements', i, 'missing'],
          'draft',
          'a statement with missing: is a draft',
          'move it to drafts/, or mend what is missing',
        ),
      );
    }
    statement.answers.forEach((reference, j) => {
      const id = statementId(record.id, reference);
      if (id === `${record.id}/${statement.id}` || !isStatement(index, id)) {
        problems.push(
          at(
            file,
            ['statements', i, 'answers', j],
            'reference',
            `answers ${reference}, which is not another statement`,
            'name it as id, or entity/id',
          ),
        );
      }
    });
  });
  return problems;
}

export function draftReferences(file: DraftFile, index: Index): Problem[] {
  return file.record.statements.flatMap((statement, i) => {
    const problems: Problem[] = [];
    for (const id of statement.about ?? []) {
      if (!isEntity(index, id)) {
        problems.push(
          at(file, ['statements', i, 'about'], 'reference', `about: ${id} is not an entity`, 'mend the id'),
        );
      }
    }
    statement.sources.forEach((reference, j) => {
      const resolved = resolveSource(reference, file.record.sources);
      if (typeof resolved === 'string')
        problems.push(
          at(file, ['statements', i, 'sources', j], 'source', resolved, 'name a source of this file'),
        );
    });
    return problems;
  });
}

export function redirects(dataset: LoadedDataset, index: Index): Problem[] {
  return Object.entries(dataset.settings.redirects).flatMap(([from, to]) => {
    const wrong = index.entities.has(from)
      ? `${from} is still an entity`
      : isEntity(index, to)
        ? null
        : `${to} is not an entity`;
    return wrong
      ? [
          atSetting(
            dataset,
            ['redirects', from],
            'redirect',
            `redirect ${from}: ${wrong}`,
            'point it at the entity that lives on',
          ),
        ]
      : [];
  });
}

/** Every list of sources in the record, with the path to it. */
function sourceLists({ record }: EntityFile): { path: PropertyKey[]; sources: string[] }[] {
  return [
    ...record.statements.map((s, i) => ({ path: ['statements', i, 'sources'], sources: s.sources })),
    ...record.relations.map((r, i) => ({ path: ['relations', i, 'sources'], sources: r.sources })),
    ...record.states.map((s, i) => ({ path: ['states', i, 'sources'], sources: s.sources })),
  ];
}

function isIdShaped(speaker: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(speaker);
}

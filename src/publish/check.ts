/**
 * The checker: everything about the dataset that a machine can hold people to, beyond the form of a single file.
 * One function per rule; each returns its findings, all of them run, and nothing is thrown.
 */
import { eventStart, lastDay } from '../core/dataset/dates.ts';
import type { SourceRecord, StatementRecord } from '../core/dataset/record.ts';
import { PRIMARY_BASES } from '../core/dataset/vocabulary.ts';
import { fold } from '../core/text/fold.ts';
import type { Loaded, LoadedDataset } from './load.ts';
import type { Problem } from './problem.ts';
import { resolveSource, statementId, underlyingPublisher } from './references.ts';

type EntityFile = LoadedDataset['entities'][number];

/** All problems of a loaded dataset, in the order of its files. */
export function checkDataset(dataset: LoadedDataset): Problem[] {
  const index = indexDataset(dataset);
  const problems = [
    ...dataset.problems,
    ...duplicateIds(dataset),
    ...dataset.entities.flatMap((file) => [
      ...sourceReferences(file),
      ...unusedPassages(file),
      ...entityReferences(file, index),
      ...statementReferences(file, index),
      ...datesAfterSources(file),
      ...weakOnly(file),
      ...allegations(file, index),
      ...aliasNeeds(file, index),
    ]),
    ...dataset.drafts.flatMap((file) => draftReferences(file, index)),
    ...aliasCollisions(dataset),
    ...redirects(dataset, index),
  ];
  return problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

interface Index {
  readonly entities: ReadonlySet<string>;
  readonly statements: ReadonlyMap<string, StatementRecord>;
  /** Ids of statements that some released statement answers. */
  readonly answered: ReadonlySet<string>;
  readonly cues: ReadonlySet<string>;
}

function indexDataset(dataset: LoadedDataset): Index {
  const statements = new Map<string, StatementRecord>();
  const answered = new Set<string>();
  for (const { record } of dataset.entities) {
    for (const statement of record.statements) {
      statements.set(`${record.id}/${statement.id}`, statement);
      for (const answer of statement.answers) answered.add(statementId(record.id, answer));
    }
  }
  return {
    entities: new Set(dataset.entities.map((e) => e.record.id)),
    statements,
    answered,
    cues: new Set(dataset.cues.map((c) => c.record.id)),
  };
}

function duplicateIds(dataset: LoadedDataset): Problem[] {
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

/** Every list of sources in the record, with the path to it. */
function sourceLists({ record }: EntityFile): { path: PropertyKey[]; sources: string[] }[] {
  return [
    ...record.statements.map((s, i) => ({ path: ['statements', i, 'sources'], sources: s.sources })),
    ...record.relations.map((r, i) => ({ path: ['relations', i, 'sources'], sources: r.sources })),
    ...record.states.map((s, i) => ({ path: ['states', i, 'sources'], sources: s.sources })),
  ];
}

function sourceReferences(file: EntityFile): Problem[] {
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

function unusedPassages(file: EntityFile): Problem[] {
  const used = new Set<string>();
  for (const { sources } of sourceLists(file)) {
    for (const reference of sources) {
      const resolved = resolveSource(reference, file.record.sources);
      if (typeof resolved !== 'string') used.add(`${resolved.key}#${resolved.passage}`);
    }
  }
  return Object.entries(file.record.sources).flatMap(([key, source]) =>
    Object.keys(source.passages)
      .filter((passage) => !used.has(`${key}#${passage}`))
      .map((passage) =>
        at(
          file,
          ['sources', key, 'passages', passage],
          'unused',
          `nothing cites ${key}#${passage}`,
          'cite it or remove it',
        ),
      ),
  );
}

function entityReferences(file: EntityFile, index: Index): Problem[] {
  const { record } = file;
  const problems: Problem[] = [];
  const expect = (id: string, path: PropertyKey[], what: string) => {
    if (!index.entities.has(id)) {
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

function statementReferences(file: EntityFile, index: Index): Problem[] {
  const { record } = file;
  const problems: Problem[] = [];
  record.summaryFrom.forEach((reference, i) => {
    if (!index.statements.has(statementId(record.id, reference))) {
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
      if (id === `${record.id}/${statement.id}` || !index.statements.has(id)) {
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

/** A page cannot report what happened after it was published (plans and predictions are worded as such and undated). */
function datesAfterSources(file: EntityFile): Problem[] {
  return file.record.statements.flatMap((statement, i) => {
    const start = statement.event === undefined ? null : eventStart(statement.event);
    if (start === null || ['plans', 'announces', 'promises'].includes(statement.act)) return [];
    const dated = sourcesOf(file, statement).map((s) => s.published);
    const late = dated.every((published) => published !== null && lastDay(published) < start);
    return dated.length > 0 && late
      ? [
          at(
            file,
            ['statements', i, 'event'],
            'date',
            `the event (${start}) is later than every source of it`,
            'mend the date, or cite a source published after the event',
          ),
        ]
      : [];
  });
}

function weakOnly(file: EntityFile): Problem[] {
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

function allegations(file: EntityFile, index: Index): Problem[] {
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

function aliasNeeds(file: EntityFile, index: Index): Problem[] {
  const problems: Problem[] = [];
  file.record.aliases.forEach((alias, i) => {
    const cues = alias.never.filter((word) => word.startsWith('cue:'));
    for (const requirement of [...alias.needs.flat(), ...cues]) {
      const [type, id = ''] = requirement.split(':');
      const known = type === 'cue' ? index.cues.has(id) : type === 'entity' ? index.entities.has(id) : true;
      if (!known) {
        problems.push(
          at(
            file,
            ['aliases', i],
            'reference',
            `${requirement} does not exist`,
            `name a file of cues/ or an entity`,
          ),
        );
      }
    }
  });
  const names = [{ text: file.record.name, needs: [] as string[][], path: ['name'] as PropertyKey[] }];
  const own = file.record.aliases.map((alias, i) => ({
    text: alias.text,
    needs: alias.needs,
    path: ['aliases', i] as PropertyKey[],
  }));
  const covered = new Set(own.map((alias) => fold(alias.text)));
  for (const name of [...names.filter((n) => !covered.has(fold(n.text))), ...own]) {
    const letters = [...fold(name.text)].filter((c) => /[\p{L}\p{N}]/u.test(c));
    const short = /\p{Script=Han}/u.test(name.text) ? letters.length < 2 : letters.length <= 3;
    if (letters.length === 0) {
      problems.push(at(file, name.path, 'alias', `the alias ${name.text} has no letters`, 'remove it'));
    } else if (short && name.needs.length === 0) {
      problems.push(
        at(
          file,
          name.path,
          'alias',
          `the name ${name.text} is so short that it would match everywhere`,
          'give it needs: such as [[cue:surveillance]] (for the record’s own name: list it under aliases)',
        ),
      );
    }
  }
  return problems;
}

function aliasCollisions(dataset: LoadedDataset): Problem[] {
  const owners = new Map<string, { file: EntityFile; path: PropertyKey[]; needs: boolean }[]>();
  for (const file of dataset.entities) {
    const { record } = file;
    const texts = new Set<string>();
    record.aliases.forEach((alias, i) => {
      const key = fold(alias.text);
      if (texts.has(`${key} ${alias.lang ?? ''}`)) return;
      texts.add(`${key} ${alias.lang ?? ''}`);
      const list = owners.get(key) ?? [];
      if (!list.some((o) => o.file === file))
        owners.set(key, [...list, { file, path: ['aliases', i], needs: alias.needs.length > 0 }]);
    });
    const name = fold(record.name);
    if (!record.aliases.some((alias) => fold(alias.text) === name)) {
      owners.set(name, [...(owners.get(name) ?? []), { file, path: ['name'], needs: false }]);
    }
  }
  return [...owners].flatMap(([key, list]) =>
    list.length < 2 || list.every((owner) => owner.needs)
      ? []
      : list
          .filter((owner) => !owner.needs)
          .map((owner) =>
            at(
              owner.file,
              owner.path,
              'collision',
              `the name “${key}” also belongs to ${list
                .filter((o) => o !== owner)
                .map((o) => o.file.record.id)
                .join(', ')}`,
              'leave it to one of them, or give both needs: that tell them apart',
            ),
          ),
  );
}

function draftReferences(file: LoadedDataset['drafts'][number], index: Index): Problem[] {
  return file.record.statements.flatMap((statement, i) => {
    const problems: Problem[] = [];
    for (const id of statement.about ?? []) {
      if (!index.entities.has(id)) {
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

function redirects(dataset: LoadedDataset, index: Index): Problem[] {
  return Object.entries(dataset.settings.redirects).flatMap(([from, to]) => {
    const wrong = index.entities.has(from)
      ? `${from} is still an entity`
      : index.entities.has(to)
        ? null
        : `${to} is not an entity`;
    return wrong
      ? [
          {
            file: 'dataset.yaml',
            line: 1,
            rule: 'redirect',
            message: `redirect ${from}: ${wrong}`,
            mend: 'point it at the entity that lives on',
          },
        ]
      : [];
  });
}

function sourcesOf(file: EntityFile, statement: StatementRecord): SourceRecord[] {
  return statement.sources.flatMap((reference) => {
    const resolved = resolveSource(reference, file.record.sources);
    return typeof resolved === 'string' ? [] : [resolved.source];
  });
}

function isIdShaped(speaker: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(speaker);
}

function at(
  file: Loaded<unknown>,
  path: readonly PropertyKey[],
  rule: string,
  message: string,
  mend: string,
): Problem {
  return { file: file.file, line: file.lineOf(path), rule, message, mend };
}

/** What changed between two releases, for a person who has to approve it: every entity concerned, and in what. */
import type { Release, ReleaseEntity, ReleaseStatement } from '../core/dataset/release.ts';

export interface ReleaseDiff {
  readonly from: string;
  readonly to: string;
  readonly entities: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    /** Removed ids that lead to another entity now. */
    readonly merged: readonly { readonly from: string; readonly to: string }[];
    /** Fields that differ, by entity. */
    readonly changed: readonly { readonly id: string; readonly fields: readonly string[] }[];
  };
  readonly statements: {
    readonly added: readonly StatementLine[];
    readonly removed: readonly StatementLine[];
    readonly changed: readonly (StatementLine & {
      readonly fields: readonly string[];
      readonly before: string;
    })[];
  };
  readonly aliases: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** Entities whose cards look different. */
  readonly affected: readonly string[];
}

export interface StatementLine {
  readonly id: string;
  readonly text: string;
  readonly about: readonly string[];
}

const ENTITY_FIELDS = ['kind', 'name', 'summary', 'places', 'citation', 'states', 'relations'] as const;
const STATEMENT_FIELDS = [
  'text',
  'about',
  'event',
  'asOf',
  'speaker',
  'act',
  'basis',
  'standing',
  'answers',
  'allegation',
  'noReplyFound',
  'amount',
  'sources',
  'known',
] as const;

/** Compares two releases by id. Order inside the lists is that of the newer release, then of the older. */
export function diffReleases(before: Release, after: Release): ReleaseDiff {
  const oldEntities = new Map(before.entities.map((e) => [e.id, e]));
  const newEntities = new Map(after.entities.map((e) => [e.id, e]));
  const oldStatements = new Map(before.statements.map((s) => [s.id, s]));
  const newStatements = new Map(after.statements.map((s) => [s.id, s]));
  const gone = before.entities.filter((e) => !newEntities.has(e.id)).map((e) => e.id);
  const merged = gone.flatMap((id) => {
    const to = after.redirects[id];
    return to === undefined ? [] : [{ from: id, to }];
  });
  const changedEntities = after.entities.flatMap((entity) => {
    const old = oldEntities.get(entity.id);
    const fields = old ? differing(old, entity, ENTITY_FIELDS) : [];
    return fields.length > 0 ? [{ id: entity.id, fields }] : [];
  });
  const changedStatements = after.statements.flatMap((statement) => {
    const old = oldStatements.get(statement.id);
    const fields = old ? differing(old, statement, STATEMENT_FIELDS) : [];
    return old && fields.length > 0 ? [{ ...line(statement), fields, before: old.text.en }] : [];
  });
  const added = after.statements.filter((s) => !oldStatements.has(s.id)).map(line);
  const removed = before.statements.filter((s) => !newStatements.has(s.id)).map(line);
  const addedEntities = after.entities.filter((e) => !oldEntities.has(e.id)).map((e) => e.id);
  const affected = new Set([
    ...addedEntities,
    ...gone,
    ...changedEntities.map((e) => e.id),
    ...[...added, ...removed, ...changedStatements].flatMap((s) => s.about),
    // A card that a statement has left looks different too.
    ...changedStatements.flatMap(({ id }) => oldStatements.get(id)?.about ?? []),
  ]);
  return {
    from: before.version,
    to: after.version,
    entities: {
      added: addedEntities,
      removed: gone.filter((id) => after.redirects[id] === undefined),
      merged,
      changed: changedEntities,
    },
    statements: { added, removed, changed: changedStatements },
    aliases: {
      added: missingNames(after, before),
      removed: missingNames(before, after),
    },
    affected: [...affected].sort(),
  };
}

/** The report in words. */
export function describeDiff(diff: ReleaseDiff): string {
  const { entities, statements, aliases } = diff;
  const lines = [
    `${diff.from} → ${diff.to}: ${count(entities.added, 'entity', 'entities')} added, ${entities.removed.length} removed, ${entities.merged.length} merged, ${entities.changed.length} changed; ` +
      `${count(statements.added, 'statement', 'statements')} added, ${statements.removed.length} removed, ${statements.changed.length} changed; ` +
      `${count(aliases.added, 'name', 'names')} added, ${aliases.removed.length} removed; ${count(diff.affected, 'card', 'cards')} affected`,
    ...(diff.affected.length > 0 ? [`cards that look different: ${diff.affected.join(', ')}`] : []),
    ...entities.added.map((id) => `+ ${id}`),
    ...entities.removed.map((id) => `- ${id}`),
    ...entities.merged.map(({ from, to }) => `> ${from} is now ${to}`),
    ...entities.changed.map(({ id, fields }) => `~ ${id}: ${fields.join(', ')}`),
    ...statements.added.map((s) => `+ ${s.id}: ${s.text}`),
    ...statements.removed.map((s) => `- ${s.id}: ${s.text}`),
    ...statements.changed.map((s) =>
      s.fields.includes('text')
        ? `~ ${s.id} (${s.fields.join(', ')})\n    was: ${s.before}\n    is:  ${s.text}`
        : `~ ${s.id} (${s.fields.join(', ')}): ${s.text}`,
    ),
    ...aliases.added.map((name) => `+ name ${name}`),
    ...aliases.removed.map((name) => `- name ${name}`),
  ];
  return lines.join('\n');
}

function count(list: readonly unknown[], one: string, many: string): string {
  return `${list.length} ${list.length === 1 ? one : many}`;
}

function line({ id, text, about }: ReleaseStatement): StatementLine {
  return { id, text: text.en, about };
}

function differing<T extends ReleaseEntity | ReleaseStatement>(
  a: T,
  b: T,
  fields: readonly (keyof T & string)[],
): string[] {
  return fields.filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]));
}

/** Names of `a` that `b` does not have, as "text (entity)". */
function missingNames(a: Release, b: Release): string[] {
  const name = ({ text, entity }: Release['aliases'][number]) => `${text} (${entity})`;
  const known = new Set(b.aliases.map(name));
  return [...new Set(a.aliases.map(name))].filter((text) => !known.has(text));
}

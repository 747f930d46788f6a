/**
 * The release: an immutable, self-contained version of the dataset, made by src/publish/compile and read by the worker.
 * Normalised on purpose (a source and a statement exist once), so that two releases can be compared and sent as deltas.
 * Cards are joined from it when asked for (card.ts).
 */
import { z } from 'zod';
import { once } from '../once/once.ts';
import { addressProblem, textProblem, told } from './inert.ts';
import {
  ACTS,
  AMOUNT_PROPERTIES,
  BASES,
  INTERESTS,
  KINDS,
  LAW_STATES,
  RELATIONS,
  STANDINGS,
} from './vocabulary.ts';
import { withdrawalSchema } from './withdrawal.ts';

/** Raised when a reader of an older format could misread the file. */
export const RELEASE_FORMAT = 1;

/**
 * The forms of everything in a release. Made when something is first to be checked: these and the others took half of the time
 * for which the worker's script runs when it is woken, and most wakings check no release.
 */
export const releaseForms = once(() => {
  /** A repository of releases: where it is, and the root metadata by which it is known. */
  const repository = z.object({
    address: z.string(),
    /** Text of the signed root metadata. */
    root: z.string(),
  });

  /** What is shown. Whoever signs a release, it cannot turn text around, hide something in it, or look like markup. */
  const text = z.string().check(told(textProblem));
  const webAddress = z.string().check(told(addressProblem));

  const localText = z.object({ en: text, sr: text.optional() });
  const eventDate = z.union([text, z.object({ from: text.optional(), to: text.optional() })]);

  const sourceRef = z.object({ source: z.string(), passage: z.string() });

  const source = z.object({
    id: z.string(),
    url: webAddress,
    title: text.nullable(),
    publisher: text,
    origin: text.optional(),
    lang: z.string(),
    published: text.nullable(),
    read: text,
    archived: webAddress.nullable(),
    interest: z.enum(INTERESTS).optional(),
    weak: z.boolean(),
    passages: z.record(z.string(), z.object({ start: text, end: text })),
  });

  const statement = z.object({
    id: z.string(),
    about: z.array(z.string()),
    text: localText,
    event: eventDate.optional(),
    asOf: text.optional(),
    speaker: z.object({ name: text, id: z.string().optional() }),
    act: z.enum(ACTS),
    basis: z.enum(BASES),
    standing: z.enum(STANDINGS),
    answers: z.array(z.string()),
    allegation: z.boolean(),
    noReplyFound: text.optional(),
    amount: z
      .object({
        value: z.number(),
        qualifier: text,
        unit: text,
        property: z.enum(AMOUNT_PROPERTIES),
      })
      .optional(),
    sources: z.array(sourceRef),
    /** Earliest date on which a dated source of the statement was published; null when none is dated. */
    known: text.nullable(),
  });

  const relation = z.object({
    type: z.enum(RELATIONS),
    target: z.string(),
    from: text.optional(),
    to: text.optional(),
    note: text.optional(),
    sources: z.array(sourceRef),
  });

  const entity = z.object({
    id: z.string(),
    kind: z.enum(KINDS),
    name: text,
    summary: localText,
    places: z.array(z.string()),
    citation: text.optional(),
    reviewed: text,
    states: z.array(
      z.object({
        state: z.enum(LAW_STATES),
        date: text,
        jurisdiction: text.optional(),
        part: text.optional(),
        note: text.optional(),
        sources: z.array(sourceRef),
      }),
    ),
    relations: z.array(relation),
    /** Statements about it that exist as drafts and did not pass the gates. */
    withheld: z.number(),
  });

  const alias = z.object({
    entity: z.string(),
    text,
    lang: z.string(),
    case: z.enum(['any', 'initial', 'exact']),
    inflect: z.boolean(),
    /** True for the record's own name and its unconditional full forms: what `first-full-name` asks for. */
    full: z.boolean(),
    needs: z.array(z.array(z.string())),
    never: z.array(z.string()),
    scope: z.enum(['sentence', 'paragraph', 'page']),
  });

  const cue = z.object({
    id: z.string(),
    words: z.record(z.string(), z.array(z.string())),
  });

  const release = z.object({
    format: z.literal(RELEASE_FORMAT),
    version: text,
    licence: text,
    entities: z.array(entity),
    statements: z.array(statement),
    sources: z.array(source),
    aliases: z.array(alias),
    cues: z.array(cue),
    redirects: z.record(z.string(), z.string()),
    /** Everything that was ever taken back, oldest first. */
    withdrawn: z.array(withdrawalSchema()).optional(),
    /** Where later releases come from; only the bundled release is asked. Without it nothing is ever requested. */
    updates: repository.optional(),
  });
  return { repository, localText, sourceRef, source, statement, entity, alias, cue, release };
});

type Forms = ReturnType<typeof releaseForms>;

export const releaseSchema = once(() => releaseForms().release.check(refusing(unsourced)));

export type RepositorySettings = z.infer<Forms['repository']>;
export type Release = z.infer<Forms['release']>;
export type ReleaseEntity = Release['entities'][number];
export type ReleaseStatement = Release['statements'][number];
export type ReleaseSource = Release['sources'][number];
export type ReleaseAlias = Release['aliases'][number];
export type ReleaseCue = Release['cues'][number];
export type SourceRef = z.infer<Forms['sourceRef']>;
export type LocalText = z.infer<Forms['localText']>;

/** A check that refuses a value for each thing in it that has no source. */
export function refusing<T>(unsourcedIn: (value: T) => readonly string[]): z.core.CheckFn<T> {
  return ({ value, issues }) => {
    for (const what of unsourcedIn(value))
      issues.push({
        code: 'custom',
        message: `${what} has no source that is here`,
        input: value,
        continue: true,
      });
  };
}

/**
 * What is said without a source, or with one that is not there: statements by id, relations and states of laws by what they
 * are. Nothing of the kind can be shown, since every line of a card opens its source.
 */
export function unsourced({
  entities,
  statements,
  sources,
}: Pick<Release, 'entities' | 'statements' | 'sources'>): string[] {
  const here = new Set(sources.map(({ id }) => id));
  const isBare = (row: { readonly sources: readonly SourceRef[] }) =>
    row.sources.length === 0 || row.sources.some(({ source }) => !here.has(source));
  return [
    ...statements.filter(isBare).map(({ id }) => `the statement ${id}`),
    ...entities.flatMap(({ id, relations, states }) => [
      ...relations.filter(isBare).map(({ type, target }) => `${id}: the relation ${type} ${target}`),
      ...states.filter(isBare).map(({ state, date }) => `${id}: the state ${state} of ${date}`),
    ]),
  ];
}

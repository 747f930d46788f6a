/**
 * The release: an immutable, self-contained version of the dataset, made by src/publish/compile and read by the worker.
 * Normalised on purpose (a source and a statement exist once), so that two releases can be compared and sent as deltas.
 * Cards are joined from it when asked for (card.ts).
 */
import { z } from 'zod';
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

/** A repository of releases: where it is, and the root metadata by which it is known. */
const repositorySchema = z.object({
  address: z.string(),
  /** Text of the signed root metadata. */
  root: z.string(),
});

/** Raised when a reader of an older format could misread the file. */
export const RELEASE_FORMAT = 1;

const localText = z.object({ en: z.string(), sr: z.string().optional() });
const eventDate = z.union([z.string(), z.object({ from: z.string().optional(), to: z.string().optional() })]);

const sourceRef = z.object({ source: z.string(), passage: z.string() });

export const releaseSourceSchema = z.object({
  id: z.string(),
  url: z.string(),
  title: z.string().nullable(),
  publisher: z.string(),
  origin: z.string().optional(),
  lang: z.string(),
  published: z.string().nullable(),
  read: z.string(),
  archived: z.string().nullable(),
  interest: z.enum(INTERESTS).optional(),
  weak: z.boolean(),
  passages: z.record(z.string(), z.object({ start: z.string(), end: z.string() })),
});

export const releaseStatementSchema = z.object({
  id: z.string(),
  about: z.array(z.string()),
  text: localText,
  event: eventDate.optional(),
  asOf: z.string().optional(),
  speaker: z.object({ name: z.string(), id: z.string().optional() }),
  act: z.enum(ACTS),
  basis: z.enum(BASES),
  standing: z.enum(STANDINGS),
  answers: z.array(z.string()),
  allegation: z.boolean(),
  noReplyFound: z.string().optional(),
  amount: z
    .object({
      value: z.number(),
      qualifier: z.string(),
      unit: z.string(),
      property: z.enum(AMOUNT_PROPERTIES),
    })
    .optional(),
  sources: z.array(sourceRef),
  /** Earliest date on which a dated source of the statement was published; null when none is dated. */
  known: z.string().nullable(),
});

const releaseRelation = z.object({
  type: z.enum(RELATIONS),
  target: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
  note: z.string().optional(),
  sources: z.array(sourceRef),
});

export const releaseEntitySchema = z.object({
  id: z.string(),
  kind: z.enum(KINDS),
  name: z.string(),
  summary: localText,
  places: z.array(z.string()),
  citation: z.string().optional(),
  reviewed: z.string(),
  states: z.array(
    z.object({
      state: z.enum(LAW_STATES),
      date: z.string(),
      jurisdiction: z.string().optional(),
      part: z.string().optional(),
      note: z.string().optional(),
      sources: z.array(sourceRef),
    }),
  ),
  relations: z.array(releaseRelation),
  /** Statements about it that exist as drafts and did not pass the gates. */
  withheld: z.number(),
});

export const releaseAliasSchema = z.object({
  entity: z.string(),
  text: z.string(),
  lang: z.string(),
  case: z.enum(['any', 'initial', 'exact']),
  inflect: z.boolean(),
  /** True for the record's own name and its unconditional full forms: what `first-full-name` asks for. */
  full: z.boolean(),
  needs: z.array(z.array(z.string())),
  never: z.array(z.string()),
  scope: z.enum(['sentence', 'paragraph', 'page']),
});

export const releaseCueSchema = z.object({
  id: z.string(),
  words: z.record(z.string(), z.array(z.string())),
});

export const releaseSchema = z.object({
  format: z.literal(RELEASE_FORMAT),
  version: z.string(),
  licence: z.string(),
  entities: z.array(releaseEntitySchema),
  statements: z.array(releaseStatementSchema),
  sources: z.array(releaseSourceSchema),
  aliases: z.array(releaseAliasSchema),
  cues: z.array(releaseCueSchema),
  redirects: z.record(z.string(), z.string()),
  /** Everything that was ever taken back, oldest first. */
  withdrawn: z.array(withdrawalSchema).optional(),
  /** Where later releases come from; only the bundled release is asked. Without it nothing is ever requested. */
  updates: repositorySchema.optional(),
});

export type RepositorySettings = z.infer<typeof repositorySchema>;
export type Release = z.infer<typeof releaseSchema>;
export type ReleaseEntity = Release['entities'][number];
export type ReleaseStatement = Release['statements'][number];
export type ReleaseSource = Release['sources'][number];
export type ReleaseAlias = Release['aliases'][number];
export type ReleaseCue = Release['cues'][number];
export type SourceRef = z.infer<typeof sourceRef>;
export type LocalText = z.infer<typeof localText>;

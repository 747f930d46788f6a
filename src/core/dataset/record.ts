/**
 * The record: what a maintainer edits, one YAML file per entity (docs/dataset.md tells the story, this file is the law).
 * Everything here is about the form of one file; what needs the other files is checked in src/publish/check.
 */
import { z } from 'zod';
import { isPartialDate } from './dates.ts';
import { addressProblem, textProblem, told } from './inert.ts';
import { isRepositoryAddress } from './repository-address.ts';
import { isVersion, versionDay } from './version.ts';
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

const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const id = z
  .string()
  .regex(idPattern, 'an id is lower-case words joined by hyphens, such as safe-city-belgrade')
  .max(80);

/** YAML reads a bare year as a number. */
const DATE_FORM = "a date is YYYY-MM-DD, YYYY-MM or a year in quotes ('2019')";

const partialDate = z
  .string({ error: DATE_FORM })
  .refine(isPartialDate, 'not a date: write YYYY, YYYY-MM or YYYY-MM-DD, and check that the day exists');

const dateRange = z
  .strictObject({ from: partialDate.optional(), to: partialDate.optional() })
  .refine((r) => r.from !== undefined || r.to !== undefined, 'a range needs from, to or both');

const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/, 'a language tag such as en, sr-Latn or zh-Hant');

/** One line of plain text: no markup, no control or direction-changing characters. */
function plainText(max: number) {
  return z
    .string()
    .trim()
    .min(1, 'empty text')
    .max(max, `longer than ${max} characters: split it or say it shorter`)
    .check(told(textProblem));
}

/** A plain string is English; other languages stand beside it. English is always there. */
const localText = z.preprocess(
  (value) => (typeof value === 'string' ? { en: value } : value),
  z.strictObject({ en: plainText(400), sr: plainText(400).optional() }),
);

const webAddress = z.string().check(told(addressProblem));

const place = z.string().regex(/^(?:[A-Z]{2}|INT)$/, 'an ISO 3166 code, EU or INT');

const passage = z.strictObject({
  start: plainText(160),
  end: plainText(160),
  /** stored-copy: the words were read in a stored copy of the page; live: on the page itself. */
  checked: z.enum(['stored-copy', 'live', 'not-checked']).default('stored-copy'),
});

const source = z.strictObject({
  url: webAddress,
  title: plainText(300).nullable().default(null),
  publisher: plainText(120),
  /** The house that wrote it, where `publisher` only republishes: two copies of one agency report are one publisher. */
  origin: plainText(120).optional(),
  lang: languageTag,
  published: partialDate.nullable(),
  read: partialDate,
  archived: webAddress.nullable().default(null),
  passages: z
    .record(z.string().regex(idPattern), passage)
    .refine((p) => Object.keys(p).length > 0, 'no passage'),
  interest: z.enum(INTERESTS).optional(),
  weak: z.boolean().default(false),
});

/** `source` where it has one passage, else `source#passage`. */
const sourceReference = z
  .string()
  .regex(/^[a-z0-9-]+(?:#[a-z0-9-]+)?$/, 'a source is named by its key, or key#passage');

const sourceList = z.array(sourceReference).min(1, 'needs at least one source');

const amount = z.strictObject({
  value: z.number().nonnegative(),
  qualifier: z.enum(['exactly', 'about', 'at-least', 'at-most', 'more-than']).default('exactly'),
  unit: plainText(40),
  property: z.enum(AMOUNT_PROPERTIES),
});

const statement = z
  .strictObject({
    id,
    /** Entities it is about; without it, the entity of this file. A statement exists once and shows on all of them. */
    about: z.array(id).min(1).optional(),
    text: localText,
    event: z.union([partialDate, dateRange], { error: `${DATE_FORM}, or { from, to } of such` }).optional(),
    asOf: partialDate.optional(),
    /** An entity id, or a plain name (anything that is not shaped like an id). */
    speaker: plainText(120),
    act: z.enum(ACTS),
    basis: z.enum(BASES),
    standing: z.enum(STANDINGS).default('current'),
    /** Statements this one replies to: an id of this file, or entity/id. */
    answers: z.array(z.string()).default([]),
    /** Accuses somebody of something. Implied by `act: alleges`. */
    allegation: z.boolean().default(false),
    /** The day on which a search for the accused side's reply found none. */
    noReplyFound: partialDate.optional(),
    amount: amount.optional(),
    sources: sourceList,
    /** Drafts only: what keeps the statement from being released. */
    missing: z.array(plainText(160)).min(1).optional(),
  })
  .refine(
    (s) => s.event === undefined || s.asOf === undefined,
    'has both event and asOf: a lasting state carries asOf only',
  );

/** One requirement of an alias: `cue:cameras`, `entity:huawei`, or `first-full-name`. */
const requirement = z
  .string()
  .regex(
    /^(?:cue:[a-z0-9-]+|entity:[a-z0-9-]+|first-full-name)$/,
    'a need is cue:name, entity:id or first-full-name',
  );

const alias = z.strictObject({
  text: plainText(160),
  lang: languageTag.optional(),
  from: partialDate.optional(),
  to: partialDate.optional(),
  /** any: also in lower case; initial (default): as capitalised as here, or all capitals; exact: letter for letter. */
  case: z.enum(['any', 'initial', 'exact']).default('initial'),
  /** Whether case endings of its language may follow. */
  inflect: z.boolean().default(true),
  /** All of the groups, any inside a group. */
  needs: z.array(z.array(requirement).min(1)).default([]),
  /** Words near by (or cue:name) that rule the reading out. */
  never: z.array(plainText(60)).default([]),
  /** How near the needs must stand. */
  scope: z.enum(['sentence', 'paragraph', 'page']).default('page'),
});

const relation = z.strictObject({
  type: z.enum(RELATIONS),
  target: id,
  from: partialDate.optional(),
  to: partialDate.optional(),
  note: plainText(120).optional(),
  sources: sourceList,
});

const lawState = z.strictObject({
  state: z.enum(LAW_STATES),
  date: partialDate,
  /** Where the law is of one jurisdiction only (its place), left out. */
  jurisdiction: place.optional(),
  /** What of the law it concerns, where that is not the whole. */
  part: plainText(100).optional(),
  note: plainText(160).optional(),
  sources: sourceList,
});

export const recordSchema = z.strictObject({
  id,
  kind: z.enum(KINDS),
  name: plainText(160),
  /** Kind, place and undisputed roles only, each backed by a statement named in summaryFrom. */
  summary: localText,
  summaryFrom: z.array(z.string()).min(1, 'a summary is backed by at least one statement'),
  places: z.array(place).default([]),
  citation: plainText(200).optional(),
  reviewed: partialDate,
  aliases: z.array(alias).default([]),
  statements: z.array(statement).min(1, 'an entity needs at least one statement'),
  states: z.array(lawState).default([]),
  relations: z.array(relation).default([]),
  sources: z.record(z.string().regex(idPattern), source),
});

/** A draft file holds statements that are not released yet, each with what is missing. */
export const draftSchema = z.strictObject({
  drafts: z.literal(true),
  statements: z.array(
    statement.refine(
      (s) => s.missing !== undefined && s.about !== undefined,
      'a draft names what is missing and what it is about',
    ),
  ),
  sources: z.record(z.string().regex(idPattern), source),
});

/** A candidate: a name worth looking into, from a list. It has no statements, so it cannot be released. */
export const candidateSchema = z.strictObject({
  candidate: z.literal(true),
  id,
  kind: z.enum(KINDS),
  name: plainText(160),
  places: z.array(place).default([]),
  aliases: z.array(plainText(160)).default([]),
  /** Where to begin reading; not sources yet. */
  links: z.array(webAddress).default([]),
  /** The list it came from. */
  origin: plainText(200),
  missing: z.array(plainText(160)).min(1),
});

/** A cue: words that speak for (or against) a reading when they stand near a name. */
export const cueSchema = z.strictObject({
  id,
  note: plainText(300),
  words: z.record(languageTag, z.array(plainText(60)).min(1)),
});

const floor = z.record(z.string(), z.int().positive()).default({});

/** The dataset's own settings: assets/dataset/dataset.yaml. */
export const settingsSchema = z.strictObject({
  version: z
    .string()
    .regex(
      /^\d{4}\.\d{2}\.\d{2}(?:\.\d+)?$/,
      'a version is YYYY.MM.DD, or YYYY.MM.DD.N for later ones of the day',
    )
    .refine((version) => !isVersion(version) || isPartialDate(versionDay(version)), 'there is no such day'),
  licence: z.literal('CC-BY-4.0'),
  redirects: z.record(id, id).default({}),
  /** Where readers get later releases. Without it, no reader's browser ever asks for one. */
  updates: z
    .strictObject({
      address: z
        .string()
        .refine(isRepositoryAddress, 'an https address of a folder, with a slash at its end'),
      /** File beside dataset.yaml: the signed root metadata by which readers know the repository. */
      root: z.string().regex(/^[\w.-]+\.json$/, 'the name of a file beside dataset.yaml'),
    })
    .optional(),
  /** How many there must be at least: entities by kind and place, names and sources by language. */
  floors: z
    .strictObject({ kinds: floor, places: floor, names: floor, sources: floor })
    .default({ kinds: {}, places: {}, names: {}, sources: {} }),
  /** What was published and taken back; \`dataset -- withdraw\` writes it. */
  withdrawn: z.array(withdrawalSchema()).default([]),
});

export type EntityRecord = z.infer<typeof recordSchema>;
export type StatementRecord = EntityRecord['statements'][number];
export type SourceRecord = EntityRecord['sources'][string];
export type AliasRecord = EntityRecord['aliases'][number];
export type DraftRecord = z.infer<typeof draftSchema>;
export type CandidateRecord = z.infer<typeof candidateSchema>;
export type CueRecord = z.infer<typeof cueSchema>;
export type DatasetSettings = z.infer<typeof settingsSchema>;

/**
 * The licence ledger (licences.yaml): on what ground each part of the dataset is in it. Nearly all of it is our own words and
 * facts; what is copied under somebody's licence has to name it, so that nobody has to trust that it was thought of.
 */
import { z } from 'zod';

/** What a release is made of, and what waits beside it. Each has its line in the ledger. */
export const LEDGER_PARTS = ['texts', 'names', 'sources', 'passages', 'cues'] as const;

/** Licences whose material may be passed on within a dataset under CC BY 4.0, given the credit they ask for (SPDX). */
export const FITTING_LICENCES: readonly string[] = [
  'CC0-1.0',
  'PDDL-1.0',
  'ODC-By-1.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'OGL-UK-3.0',
  'etalab-2.0',
  'DL-DE-BY-2.0',
  'DL-DE-ZERO-2.0',
];

const GROUNDS = ['own-words', 'facts', 'quotation', 'public-domain', 'licence'] as const;

const entry = z.strictObject({
  ground: z.enum(GROUNDS),
  /** Why the ground holds, in a sentence. */
  note: z.string().trim().min(1).max(300),
  /** With `ground: licence`: its SPDX name, who gave it, and where that can be read. */
  licence: z.string().max(40).optional(),
  holder: z.string().max(120).optional(),
  url: z
    .string()
    .regex(/^https:\/\/\S+$/, 'an https address')
    .optional(),
  reviewed: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day: YYYY-MM-DD'),
});

export const ledgerSchema = z.strictObject({
  parts: z.partialRecord(z.enum(LEDGER_PARTS), entry),
  /** Lists that candidates were imported from, by the name of the file (`origin` of the candidate). */
  lists: z.record(z.string(), entry).default({}),
});

export type Ledger = z.infer<typeof ledgerSchema>;
export type LedgerEntry = z.infer<typeof entry>;

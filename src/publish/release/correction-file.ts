/** A reader's correction as it arrives: a small JSON file, made offline by the card, trusted in nothing. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { issueWords } from '../schema-problem.ts';

const LARGEST = 64 * 1024;
/** Controls but line breaks, zero-width and direction-changing characters: they have no business in a proposal. */
const HIDDEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

const text = (most: number) =>
  z
    .string()
    .max(most)
    .transform((value) => value.replace(/\r\n?/g, '\n').trim())
    .refine((value) => value !== '', 'is empty')
    .refine((value) => !HIDDEN.test(value), 'holds hidden characters');
const address = z.url({ protocol: /^https?$/ }).max(2000);

export const correctionSchema = z.strictObject({
  kind: z.literal('sidelight-correction'),
  /** Of a dataset that the reader added; not there for the core one. */
  dataset: z
    .string()
    .regex(/^d[0-9a-f]{12}$/, 'is no id of a dataset')
    .optional(),
  entity: z.string().regex(/^[a-z0-9-]{1,120}$/, 'is no id of this dataset'),
  statement: z
    .string()
    .regex(/^[a-z0-9-]{1,120}\/[a-z0-9-]{1,120}$/, 'is no id of a statement')
    .nullable(),
  /** The statement as the reader saw it. */
  text: text(4000).nullable(),
  datasetVersion: z.string().regex(/^\d{4}\.\d{2}\.\d{2}(?:\.\d+)?$/, 'is no version'),
  proposedChange: text(4000),
  source: address.nullable(),
  page: address.optional(),
});

export type CorrectionFile = z.infer<typeof correctionSchema>;

function hasKind(value: unknown): boolean {
  return (Object(value) as Record<string, unknown>).kind === 'sidelight-correction';
}

/** The correction in a file, or what is wrong with it. */
export function readCorrectionFile(file: string): CorrectionFile | string {
  if (!existsSync(file)) return 'is not there';
  if (statSync(file).size > LARGEST) return `is larger than ${LARGEST} bytes`;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return 'is no JSON';
  }
  const parsed = correctionSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  if (issues.some(({ path }) => path.length === 0 || path[0] === 'kind') && !hasKind(value))
    return 'is no correction of Sidelight (kind: sidelight-correction)';
  return issues.map((issue) => [...issue.path, issueWords(issue)].join(': ')).join('; ');
}

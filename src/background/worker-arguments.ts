/** The form of each argument of the worker's protocol; what does not fit is answered with bad-message. */
import { z } from 'zod';
import { once } from '../core/once/once.ts';
import { WORD_PARTS } from '../core/words/fill.ts';
import type { ToWorker } from '../messages/to-worker.ts';

/** UTF-16 units; a page of some three million words. */
const MAX_TEXT = 20_000_000;

const repositoryId = () => z.string().regex(/^(?:core|d[0-9a-f]{12})$/);
/** What it may say is decided with the other labels in view (src/core/dataset/label.ts). */
const label = () => z.string().max(40);
const colour = () => z.string().regex(/^#[0-9a-f]{6}$/i);

/** Each made when it is first asked for: of all of them, a worker that is woken needs one. */
const FORMS = {
  cards: () => z.object({ ids: z.array(z.string().max(120)).max(500) }),
  injectReader: () => z.null(),
  prepareLinking: () => z.null(),
  injectHands: () => z.null(),
  mayRead: () => z.null(),
  path: () =>
    z.object({
      from: z.string().max(120),
      to: z.string().max(120),
      preferred: z.array(z.string().max(120)).max(500),
    }),
  injectCardScript: () => z.null(),
  injectToolsScript: () => z.null(),
  announcement: () =>
    z.discriminatedUnion('what', [
      z.object({ what: z.literal('found'), mentions: z.int().min(0), entities: z.int().min(0) }),
      z.object({ what: z.enum(['paused', 'goesOn']) }),
    ]),
  words: () => z.object({ part: z.enum(WORD_PARTS) }),
  openSource: () => z.object({ url: z.url({ protocol: /^https?$/ }).max(4000) }),
  datasetInfo: () => z.null(),
  linkPage: () =>
    z.object({
      page: z.string().max(80),
      from: z.int().nullable(),
      language: z.string().max(40).nullable(),
      changes: z.array(
        z.object({ at: z.int().min(0), remove: z.int().min(0), insert: z.array(z.string().max(MAX_TEXT)) }),
      ),
      more: z.boolean().optional(),
    }),
  eraseEverything: () => z.null(),
  updateState: () => z.null(),
  updatePlaceShown: () => z.object({ address: z.url({ protocol: /^https?$/ }).max(400) }),
  checkForUpdates: () => z.object({ repository: repositoryId().nullable() }),
  addRepository: () =>
    z.object({
      address: z.string().max(400),
      fingerprint: z.string().max(200),
      label: label(),
      colour: colour(),
    }),
  changeRepository: () =>
    z.object({
      id: repositoryId(),
      label: label().optional(),
      colour: colour().optional(),
      enabled: z.boolean().optional(),
    }),
  removeRepository: () => z.object({ id: repositoryId() }),
} satisfies Record<keyof ToWorker, () => z.ZodType>;

/** By message: the argument in its form. @throws when it has another */
export const workerArguments = Object.fromEntries(
  Object.entries(FORMS).map(([name, make]) => {
    const form = once<z.ZodType>(make);
    return [name, (argument: unknown): unknown => form().parse(argument)];
  }),
  // The names are those of the table.
) as { readonly [K in keyof typeof FORMS]: (argument: unknown) => unknown };

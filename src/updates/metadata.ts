/** The form of TUF metadata, as far as it is read here. What it says is only believed after the client has verified it. */
import { z } from 'zod';
import { once } from '../core/once/once.ts';
import { UpdateFailure } from './failure.ts';

/** Braces and brackets inside one another. Ours have six; the client's verification is recursive. */
const DEEPEST = 24;

const metadataSchema = once(() =>
  z.looseObject({
    signed: z.looseObject({
      _type: z.enum(['root', 'timestamp', 'snapshot', 'targets']),
      version: z.number().int().positive(),
      expires: z.string(),
      issued: z.unknown().optional(),
      roles: z
        .record(z.string(), z.looseObject({ keyids: z.array(z.string()), threshold: z.number() }))
        .optional(),
      targets: z
        .record(
          z.string(),
          z.looseObject({
            length: z.number().int().nonnegative(),
            hashes: z.record(z.string(), z.string()),
            custom: z.unknown().optional(),
          }),
        )
        .optional(),
    }),
    signatures: z.array(z.object({ keyid: z.string(), sig: z.string() })),
  }),
);

export type TufMetadata = z.infer<ReturnType<typeof metadataSchema>>;

/** @throws UpdateFailure for what is no metadata, or nested too deeply; `noJson` says what text that is no JSON means */
export function parseMetadata(
  text: string,
  noJson: 'not-genuine' | 'not-a-repository' = 'not-genuine',
): TufMetadata {
  if (depthOf(text) > DEEPEST) throw new UpdateFailure('not-genuine', 'metadata is nested too deeply');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UpdateFailure(noJson, 'metadata is not JSON', { cause });
  }
  const parsed = metadataSchema().safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UpdateFailure('not-genuine', `metadata: ${issue?.path.join('.')}: ${issue?.message}`);
}

/** How deep brackets stand in one another, outside strings. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text[i];
    if (inString) {
      if (unit === '\\') i++;
      else if (unit === '"') inString = false;
    } else if (unit === '"') inString = true;
    else if (unit === '{' || unit === '[') deepest = Math.max(deepest, ++depth);
    else if (unit === '}' || unit === ']') depth--;
  }
  return deepest;
}

/** The first trust in a repository that a reader adds: its first root metadata, if it has the fingerprint that was given. */
import { UpdateFailure } from './failure.ts';
import { type FetchHost, fetchFile, type Limits } from './fetch-file.ts';
import { parseMetadata } from './metadata.ts';
import { sha256Of } from './sha256.ts';

const LARGEST_ROOT = 128 * 1024;

/**
 * Text of the repository's first root. `fingerprint` is the SHA-256 of that file, in hex; spaces and case do not matter.
 * @throws UpdateFailure when there is none, or another one
 */
export async function fetchFirstRoot(
  host: FetchHost,
  address: string,
  fingerprint: string,
  times: Pick<Limits, 'idle' | 'total'>,
): Promise<string> {
  const file = await fetchFile(host, `${address}metadata/1.root.json`, { ...times, bytes: LARGEST_ROOT });
  if (!file) throw new UpdateFailure('not-a-repository', 'there is no dataset repository at this address');
  const text = new TextDecoder().decode(file);
  if (parseMetadata(text, 'not-a-repository').signed._type !== 'root')
    throw new UpdateFailure('not-a-repository', 'what is there is no root metadata');
  const found = await sha256Of(file);
  const wanted = normalFingerprint(fingerprint);
  if (found !== wanted)
    throw new UpdateFailure(
      'not-genuine',
      `the fingerprint does not fit: expected ${wanted}, found ${found}`,
    );
  return text;
}

/** 64 hex digits, however they were written; null for anything else. */
export function normalFingerprint(typed: string): string | null {
  const text = typed.toLowerCase().replace(/[\s:]/g, '');
  return /^[0-9a-f]{64}$/.test(text) ? text : null;
}

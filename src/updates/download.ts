/** Downloads a file that signed metadata lists, and hands it on only if it is that very file. */
import { UpdateFailure } from './failure.ts';
import { type FetchHost, fetchFile, type Limits } from './fetch-file.ts';
import { sha256Of } from './sha256.ts';
import type { TargetInfo } from './trust.ts';

/** @throws UpdateFailure unless length and SHA-256 are those that were signed */
export async function downloadTarget(
  host: FetchHost & { readonly address: string },
  target: TargetInfo,
  times: Pick<Limits, 'idle' | 'total'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const url = `${host.address}targets/${target.sha256}.${target.name}`;
  const file = await fetchFile(host, url, { ...times, bytes: target.length });
  if (!file) throw new UpdateFailure('server', `there is no ${url}`);
  if (file.length !== target.length)
    throw new UpdateFailure(
      'not-genuine',
      `${target.name}: expected ${target.length} bytes, found ${file.length}`,
    );
  const found = await sha256Of(file, host.pause);
  if (found !== target.sha256)
    throw new UpdateFailure('not-genuine', `${target.name}: expected ${target.sha256}, found ${found}`);
  return file;
}

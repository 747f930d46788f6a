/** Acts as a reader who has just subscribed: trusts nothing but the fingerprint, downloads everything, checks everything. */
import type { EntityBundle } from '../../core/dataset/bundle.ts';
import { releaseKey } from '../../core/dataset/release-lines.ts';
import { normalRepositoryAddress } from '../../core/dataset/repository-address.ts';
import { downloadTarget } from '../../updates/download.ts';
import { UpdateFailure } from '../../updates/failure.ts';
import { chooseRelease, type Download } from '../../updates/find-release.ts';
import { fetchFirstRoot } from '../../updates/first-root.ts';
import { readRelease } from '../../updates/read-release.ts';
import { refreshTrust } from '../../updates/trust.ts';
import { unpackLines } from '../../updates/unpack.ts';
import { CommandError } from '../problem.ts';
import { sha256 } from './workshop.ts';

export interface Verification {
  readonly ok: boolean;
  /** Where it looked: what was typed, with what was missing put in. */
  readonly address: string;
  /** Why not. */
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly version: string | null;
  readonly root: number | null;
  readonly entities: number;
  readonly expires: string | null;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}

const LINE_END = Buffer.from('\n');
const TIMES = { idle: 20_000, total: 120_000 };

export async function verifyRepository(url: string, fingerprint: string): Promise<Verification> {
  const address = normalRepositoryAddress(url);
  if (address === null) throw new CommandError(`${url} is no address of a repository (https, a folder)`);
  const files: { name: string; bytes: number }[] = [];
  let asked = '';
  const fetch: typeof globalThis.fetch = (input, init) => {
    asked = String(input);
    return globalThis.fetch(input, init);
  };
  try {
    const root = await fetchFirstRoot({ fetch }, address, fingerprint, TIMES);
    const host = {
      address,
      startingRoot: root,
      trusted: new Map(),
      now: Date.now,
      floor: 0,
      issued: null,
      times: TIMES,
      fetch,
    };
    const { outcome } = await refreshTrust(host);
    if (outcome instanceof UpdateFailure) throw outcome;
    const choice = chooseRelease(outcome, null, null);
    if (!choice) throw new UpdateFailure('unreadable', 'the repository lists no release');
    const packed = await downloadTarget(host, choice.full, TIMES);
    files.push({ name: choice.full.name, bytes: packed.length });
    const text: Uint8Array[] = [];
    for await (const line of unpackLines(packed, choice.full.size)) text.push(line, LINE_END);
    const key = releaseKey(choice.version, sha256(Buffer.concat(text)));
    if (key !== choice.key) throw new UpdateFailure('unreadable', `expected ${choice.key}, found ${key}`);
    const bundles = await readAll(packed, choice.full);
    for (const target of outcome.targets) {
      if (target.name === choice.full.name) continue;
      files.push({ name: target.name, bytes: (await downloadTarget(host, target, TIMES)).length });
    }
    return {
      ok: true,
      address,
      failure: null,
      version: choice.version,
      root: outcome.rootVersion,
      entities: bundles.size,
      expires: new Date(outcome.expires).toISOString(),
      files,
    };
  } catch (error) {
    if (!(error instanceof UpdateFailure)) throw error;
    const { code } = error;
    // Each file is checked before the next is asked for, so it is the last one; the TUF client does not name it.
    const isNamed = asked === '' || error.message.includes(asked);
    const message = isNamed ? error.message : `${error.message} (${asked})`;
    return {
      ok: false,
      address,
      failure: { code, message },
      version: null,
      root: null,
      entities: 0,
      expires: null,
      files,
    };
  }
}

/** For people; `typed` is the address as it was asked for. */
export function describeVerification(result: Verification, typed = result.address): string {
  const isGuessed = !/^https?:/i.test(typed.trim());
  const guessed = isGuessed ? [`(no https:// or http:// was given: this is ${result.address})`] : [];
  if (result.failure)
    return [`refused: ${result.failure.code}: ${result.failure.message}`, ...guessed].join('\n');
  const files = result.files.map(({ name, bytes }) => `  ${name}: ${bytes} bytes`);
  return [
    `${result.version}: genuine, ${result.entities} entities, root ${result.root}, signed until ${result.expires}`,
    ...files,
    ...guessed,
  ].join('\n');
}

async function readAll(packed: Uint8Array<ArrayBuffer>, file: Download): Promise<Map<string, EntityBundle>> {
  const bundles = new Map<string, EntityBundle>();
  await readRelease({
    packed,
    file,
    before: null,
    receive: async (header) => ({
      put: async (bundle) => void bundles.set(bundle.entity.id, bundle),
      patch: async () => undefined, // The whole file holds none.
      async finish() {
        if (bundles.size !== header.entities)
          throw new UpdateFailure(
            'unreadable',
            `expected ${header.entities} entities, found ${bundles.size}`,
          );
      },
    }),
  });
  return bundles;
}

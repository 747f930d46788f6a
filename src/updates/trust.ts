/**
 * Verifies a repository's metadata with the TUF client, from the root that is trusted to the list of files. The client
 * does the specification's work; around it stand our limits, our fetch, and the checks that it leaves out: that what was
 * cached and has not changed is still valid, and that nothing is so deeply nested that checking it overflows.
 */
import { TUFClient } from '@freedomofpress/tuf-browser';
import { effectiveNow, isClockAhead } from './clock.ts';
import { UpdateFailure } from './failure.ts';
import { type FetchHost, fetchFile, type Limits } from './fetch-file.ts';
import { parseMetadata, type TufMetadata } from './metadata.ts';
import { type StagedTrust, stageTrust } from './staged-trust.ts';

/** Bytes of each role's metadata. Ours have some two thousand. */
const LARGEST: Readonly<Record<string, number>> = {
  root: 128 * 1024,
  timestamp: 16 * 1024,
  snapshot: 32 * 1024,
  targets: 512 * 1024,
};
/** Rotations followed in one check. */
const MOST_ROOTS = 128;

export interface TrustHost extends FetchHost {
  /** Address of the repository, with a slash at its end. */
  readonly address: string;
  /** Root metadata to begin with, when nothing is trusted yet. */
  readonly startingRoot: string;
  /** Verified metadata of earlier checks, by role. */
  readonly trusted: ReadonlyMap<string, string>;
  readonly now: () => number;
  /** A time that has certainly passed: when the extension's own release was made. */
  readonly floor: number;
  /** When the newest timestamp so far says that it was signed; counts as passed as long as the same keys sign. */
  readonly issued: number | null;
  readonly times: Pick<Limits, 'idle' | 'total'>;
}

export interface TargetInfo {
  readonly name: string;
  readonly length: number;
  readonly sha256: string;
  readonly custom: unknown;
}

export interface Trusted {
  readonly targets: readonly TargetInfo[];
  /** Ids of the keys that speak for targets, joined: other ones mean that older claims count no more. */
  readonly targetsKeys: string;
  readonly rootVersion: number;
  /** When the timestamp was signed (if it says so) and when it runs out. */
  readonly issued: number | null;
  readonly expires: number;
}

/** A check that failed may still have verified a newer root, which must not be forgotten: a thief of old keys counts on that. */
export interface TrustResult {
  readonly staged: StagedTrust;
  readonly outcome: Trusted | UpdateFailure;
}

export async function refreshTrust(host: TrustHost): Promise<TrustResult> {
  const staged = stageTrust(trustedAtStart(host));
  const seen: Seen = { date: null, texts: new Map() };
  try {
    const client = new TUFClient(`${host.address}metadata/`, host.startingRoot, 'sidelight', undefined, {
      backend: staged.backend,
    });
    // The client has no way to be given a fetch, and the global one is also used for other things; its version is pinned,
    // and tests/property/trust.test.ts fails if this method is no longer the one that fetches.
    const inside = client as unknown as {
      fetchMetafileBase: (role: string, version: number) => Promise<Response>;
    };
    inside.fetchMetafileBase = async (role, version) => {
      const bytes = await fetchMetadata(host, staged, seen, role, version);
      // These words are how the client knows that there is no newer root.
      if (bytes === null) throw new Error('Failed to fetch file: 404');
      return new Response(bytes);
    };
    await client.updateTUF();
    return { staged, outcome: readTrusted(host, staged, seen) };
  } catch (error) {
    return { staged, outcome: classify(host, seen, error) };
  }
}

/** What came in this check, verified or not. */
interface Seen {
  /** The server's clock. */
  date: number | null;
  readonly texts: Map<string, string>;
}

/**
 * Verified metadata to begin with. A starting root that is newer than the one of earlier checks (it came with an update of
 * the extension) takes its place; what was signed with keys that it no longer lists is forgotten, as after any rotation.
 */
function trustedAtStart({ startingRoot, trusted }: TrustHost): ReadonlyMap<string, string> {
  const before = trusted.get('root');
  if (before === undefined) return new Map([...trusted, ['root', startingRoot]]);
  const [old, next] = [before, startingRoot].map((text) => parseMetadata(text).signed);
  if (!old || !next || next.version <= old.version) return trusted;
  const isSame = keysOf(old, SIGNING) === keysOf(next, SIGNING);
  return new Map([...(isSame ? trusted : []), ['root', startingRoot]]);
}

async function fetchMetadata(
  host: TrustHost,
  staged: StagedTrust,
  seen: Seen,
  role: string,
  version: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  // The client asks for snapshot and targets whenever the timestamp is new, every day; mostly it has them.
  const cached = version > 0 && role !== 'root' ? staged.text(role) : undefined;
  if (cached !== undefined && parseMetadata(cached).signed.version === version)
    return new TextEncoder().encode(cached);
  if (role === 'root' && version > MOST_ROOTS + startingVersion(host))
    throw new UpdateFailure('not-genuine', `more than ${MOST_ROOTS} root rotations at once`);
  const url = `${host.address}metadata/${version > 0 ? `${version}.` : ''}${role}.json`;
  const onDate = (date: number) => {
    seen.date = date;
  };
  const file = await fetchFile({ ...host, onDate }, url, { ...host.times, bytes: LARGEST[role] ?? 0 });
  if (file === null) {
    if (role === 'root') return null;
    throw new UpdateFailure('server', `there is no ${url}`);
  }
  const text = new TextDecoder().decode(file);
  if (/^\s*</.test(text)) {
    // Some hosts answer every address with a page. For a root that may not exist that is as good as "not there".
    if (role === 'root') return null;
    throw new UpdateFailure('not-a-repository', `${url} is a web page`);
  }
  parseMetadata(text, LISTED.has(role) ? 'not-genuine' : 'not-a-repository');
  seen.texts.set(role, text);
  return file;
}

/** Roles whose files are listed with their hashes: one that is no JSON is not what was signed. */
const LISTED = new Set(['snapshot', 'targets']);

const SIGNING = ['timestamp', 'snapshot', 'targets'];

function keysOf({ roles }: TufMetadata['signed'], names: readonly string[]): string {
  return JSON.stringify(names.map((name) => [...(roles?.[name]?.keyids ?? [])].sort()));
}

function startingVersion(host: TrustHost): number {
  return parseMetadata(rootText(host)).signed.version;
}

/** The root that a check begins with. */
function rootText(host: TrustHost): string {
  return trustedAtStart(host).get('root') ?? host.startingRoot;
}

/** What the verified metadata says, once it is certain that all of it is still valid. */
function readTrusted(host: TrustHost, staged: StagedTrust, seen: Seen): Trusted {
  const need = (role: string) => {
    const text = staged.text(role);
    if (text === undefined) throw new UpdateFailure('not-genuine', `there is no ${role} metadata`);
    return parseMetadata(text).signed;
  };
  const timestamp = need('timestamp');
  const root = need('root');
  const targets = need('targets');
  // A thief of the timestamp's keys may have claimed any time at all: once they are replaced, that is forgotten.
  const before = parseMetadata(rootText(host)).signed;
  const sameKeys = keysOf(before, ['timestamp']) === keysOf(root, ['timestamp']);
  const now = effectiveNow(host.now(), Math.max(host.floor, sameKeys ? (host.issued ?? 0) : 0));
  for (const signed of [timestamp, root, need('snapshot'), targets]) {
    // Also false for what is no date.
    if (!(Date.parse(signed.expires) > now)) throw expired(host, signed, seen.date);
  }
  const issued = Date.parse(typeof timestamp.issued === 'string' ? timestamp.issued : '');
  return {
    targets: Object.entries(targets.targets ?? {}).map(([name, { length, hashes, custom }]) => ({
      name,
      length,
      sha256: hashes.sha256 ?? '',
      custom,
    })),
    targetsKeys: [...(root.roles?.targets?.keyids ?? [])].sort().join(','),
    rootVersion: root.version,
    issued: Number.isNaN(issued) ? null : issued,
    expires: Date.parse(timestamp.expires),
  };
}

function expired(
  host: TrustHost,
  signed: { readonly _type: string; readonly expires: string },
  serverDate: number | null,
): UpdateFailure {
  const { _type, expires } = signed;
  return isClockAhead(host.now(), serverDate, Date.parse(expires))
    ? new UpdateFailure('clock', `${_type} is valid by the server's clock, not by this one`)
    : new UpdateFailure('expired', `${_type} metadata ran out on ${expires}`);
}

function classify(host: TrustHost, seen: Seen, error: unknown): UpdateFailure {
  if (error instanceof UpdateFailure) return error;
  const { message } = error instanceof Error ? error : new Error(String(error));
  const [, role = ''] = /^Freeze attack on the (\w+) metafile/.exec(message) ?? [];
  // The client looks at the date only after the signatures: what it refuses for its date is genuine.
  const text = seen.texts.get(role) ?? (role === 'root' ? rootText(host) : undefined);
  if (text !== undefined) return expired(host, parseMetadata(text).signed, seen.date);
  if (role !== '') return new UpdateFailure('expired', `${role} metadata has run out`);
  return new UpdateFailure('not-genuine', message, { cause: error });
}

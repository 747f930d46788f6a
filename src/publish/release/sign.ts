/** Signing: adds the signatures of the keys at hand to what is staged, and moves it into place once enough have signed. */
import type { Metadata, Root, Signature } from '@tufjs/models';
import { type AskPassphrase, listKeys, openKey, type PublicKey } from './keyring.ts';
import type { Role } from './roles.ts';
import type { AnyMetadata, Workshop } from './workshop.ts';

/** The keys of one holder, each opened once at most. */
export interface Signer {
  /** Opens every key at hand that is among `keyIds`, for a passphrase to be wrong before anything is written. */
  open(keyIds: readonly string[]): Promise<void>;
  /** Adds the signatures of every key at hand that is among `keyIds` and has not signed yet. Returns the names that signed. */
  sign(metadata: AnyMetadata, keyIds: readonly string[]): Promise<string[]>;
}

export function createSigner(keysFolder: string, ask: AskPassphrase): Signer {
  const opened = new Map<string, Promise<((data: Buffer) => Signature) | null>>();
  const atHand = (keyIds: readonly string[]) =>
    listKeys(keysFolder).filter((key) => keyIds.includes(key.keyid));
  const open = (key: PublicKey) => {
    const opening = opened.get(key.keyid) ?? openKey(keysFolder, key, ask);
    opened.set(key.keyid, opening);
    return opening;
  };
  return {
    async open(keyIds) {
      for (const key of atHand(keyIds)) await open(key);
    },
    async sign(metadata, keyIds) {
      const names: string[] = [];
      for (const key of atHand(keyIds)) {
        if (metadata.signatures[key.keyid]) continue;
        const sign = await open(key);
        if (!sign) continue;
        metadata.sign(sign);
        names.push(key.name);
      }
      return names;
    },
  };
}

/** What became of staged metadata. */
export interface SigningReport {
  readonly role: Role;
  readonly version: number;
  /** Names of the keys that signed now. */
  readonly signed: readonly string[];
  /** What is still missing, in words; empty when it is in place. */
  readonly missing: readonly string[];
}

/**
 * Signs a new root, or the staged one, and moves it into place when the old root's keys and its own agree to it. A new one is
 * staged only once the keys at hand have signed: what failed would come into force with the next `sign`.
 */
export async function signRoot(
  workshop: Workshop,
  signer: Signer,
  made: Metadata<Root> | null = null,
): Promise<SigningReport | null> {
  const staged = made ?? workshop.latest('root', 'staged');
  if (!staged) return null;
  const before = workshop.latest('root');
  const signed = await signer.sign(staged, [
    ...(staged.signed.roles.root?.keyIDs ?? []),
    ...(before?.signed.roles.root?.keyIDs ?? []),
  ]);
  const missing = [
    ...(before ? lacking(before, 'root', staged, 'of the root before') : []),
    ...lacking(staged, 'root', staged, 'of the new root'),
  ];
  settle(workshop, staged, 'root', missing);
  return { role: 'root', version: staged.signed.version, signed, missing };
}

/** Signs the staged targets metadata: the release itself. */
export async function signTargets(workshop: Workshop, signer: Signer): Promise<SigningReport | null> {
  const staged = workshop.latest('targets', 'staged');
  if (!staged) return null;
  const root = workshop.need('root');
  const signed = await signer.sign(staged, root.signed.roles.targets?.keyIDs ?? []);
  const missing = lacking(root, 'targets', staged, '');
  settle(workshop, staged, 'targets', missing);
  return { role: 'targets', version: staged.signed.version, signed, missing };
}

/** What keeps `metadata` from being accepted by `root` as `role`: nothing, or one sentence. */
export function lacking(root: Metadata<Root>, role: Role, metadata: AnyMetadata, whose: string): string[] {
  const { threshold = 1, keyIDs = [] } = root.signed.roles[role] ?? {};
  const have = keyIDs.filter((id) => isGoodSignature(root, id, metadata)).length;
  return have >= threshold
    ? []
    : [`${have} of ${threshold} signatures${whose ? ` ${whose}` : ''} (${keyIDs.length} keys may sign)`];
}

function isGoodSignature(root: Metadata<Root>, keyId: string, metadata: AnyMetadata): boolean {
  const key = root.signed.keys[keyId];
  if (!key || !metadata.signatures[keyId]) return false;
  try {
    key.verifySignature(metadata);
    return true;
  } catch {
    return false; // A signature that does not verify counts as none.
  }
}

function settle(workshop: Workshop, staged: AnyMetadata, role: Role, missing: readonly string[]): void {
  if (missing.length === 0) {
    workshop.write('metadata', staged);
    workshop.unstage(role);
  } else {
    workshop.write('staged', staged);
  }
}

/** Root metadata: which keys speak for which role. The first is made with the keys; each later one replaces keys. */
import { Metadata, Root } from '@tufjs/models';
import { CommandError } from '../problem.ts';
import { type PublicKey, tufKey } from './keyring.ts';
import { expiryOf, ROLES, type Role, type RolePlan } from './roles.ts';
import type { Workshop } from './workshop.ts';

/** TUF's version of its specification, as @tufjs/models implements it. */
export const SPEC_VERSION = '1.0.31';

/** The first root: these keys, and so many of each role's that must sign. */
export function firstRoot(
  keys: readonly PublicKey[],
  plan: Readonly<Record<Role, RolePlan>>,
  now: Date,
): Metadata<Root> {
  return rootOf(1, now, keys.map(tufKeyJson), (role) => ({
    threshold: plan[role].threshold,
    keyids: keys.filter((key) => key.role === role).map((key) => key.keyid),
  }));
}

export interface Rotation {
  readonly role: Role;
  /** Key ids that no longer speak for the role. */
  readonly revoke: readonly string[];
  readonly add: readonly PublicKey[];
}

/**
 * The next root: the same, with some keys of one role replaced. Without any change it only lives longer.
 * @throws CommandError when fewer keys would be left than must sign
 */
export function nextRoot(workshop: Workshop, rotations: readonly Rotation[], now: Date): Metadata<Root> {
  const { signed } = workshop.need('root');
  const added = rotations.flatMap(({ add }) => add.map(tufKeyJson));
  const known = [
    ...Object.values(signed.keys).map((key) => ({ id: key.keyID, json: key.toJSON() })),
    ...added,
  ];
  return rootOf(signed.version + 1, now, known, (role) => {
    const { threshold = 1, keyIDs = [] } = signed.roles[role] ?? {};
    const changes = rotations.filter((rotation) => rotation.role === role);
    const revoked = new Set(changes.flatMap(({ revoke }) => revoke));
    const keyids = [
      ...keyIDs.filter((id) => !revoked.has(id)),
      ...changes.flatMap(({ add }) => add.map((key) => key.keyid)),
    ];
    if (keyids.length < threshold)
      throw new CommandError(`${role} would be left with ${keyids.length} keys, and ${threshold} must sign`);
    return { threshold, keyids };
  });
}

interface KeyJson {
  readonly id: string;
  readonly json: ReturnType<ReturnType<typeof tufKey>['toJSON']>;
}

function rootOf(
  version: number,
  now: Date,
  keys: readonly KeyJson[],
  role: (role: Role) => { threshold: number; keyids: string[] },
): Metadata<Root> {
  const roles = Object.fromEntries(ROLES.map((name) => [name, role(name)]));
  const used = new Set(Object.values(roles).flatMap(({ keyids }) => keyids));
  // From JSON, because the package does not export its class of roles.
  const root = Root.fromJSON({
    spec_version: SPEC_VERSION,
    version,
    expires: expiryOf('root', now),
    consistent_snapshot: true,
    keys: Object.fromEntries(keys.filter(({ id }) => used.has(id)).map(({ id, json }) => [id, json])),
    roles,
  });
  return new Metadata(root);
}

function tufKeyJson(key: PublicKey): KeyJson {
  return { id: key.keyid, json: tufKey(key).toJSON() };
}

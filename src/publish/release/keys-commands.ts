/** `dataset -- keys …`: making, listing, replacing and renewing role keys. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CommandError } from '../problem.ts';
import { listKeys, listPublicKeys, makeKey, type PublicKey, readPublicKey } from './keyring.ts';
import { askPassphrase } from './passphrase.ts';
import { isRole, parsePlan, ROLES, type Role } from './roles.ts';
import { firstRoot, nextRoot } from './root.ts';
import { createSigner, signRoot } from './sign.ts';
import { finish, told } from './telling.ts';
import { fileName, openWorkshop, type Workshop } from './workshop.ts';

export interface KeysValues {
  readonly repository: string;
  readonly keys: string;
  readonly roles?: string | undefined;
  readonly with?: string | undefined;
  readonly revoke?: string | undefined;
}

export async function runKeys(rest: readonly string[], values: KeysValues): Promise<number> {
  const [what, role] = rest;
  const workshop = openWorkshop(resolve(values.repository));
  if (what === 'list') return listAllKeys(workshop, values);
  if (what === 'rotate') return rotate(workshop, role, values);
  if (what === 'make') return makeOne(role, rest[2], values);
  if (what === 'renew') {
    expectNoStagedRoot(workshop);
    workshop.write('staged', nextRoot(workshop, [], new Date()));
    return told([await signRoot(workshop, createSigner(resolve(values.keys), askPassphrase))]);
  }
  if (what !== undefined)
    throw new CommandError('keys, keys make ROLE NAME, keys list, keys rotate ROLE or keys renew');
  if (workshop.latest('root')) throw new CommandError(`${workshop.folder} has keys already: see keys rotate`);
  expectNoStagedRoot(workshop);
  const plan = planOf(values.roles);
  const given = (values.with?.split(',') ?? []).map(readPublicKey);
  const all = [...given];
  for (const role of ROLES) {
    const missing = plan[role].keys - given.filter((key) => key.role === role).length;
    all.push(...(await ownKeys(role, Math.max(missing, 0), given, values.keys)));
  }
  mkdirSync(workshop.folder, { recursive: true });
  workshop.write('staged', firstRoot(all, plan, new Date()));
  const signer = createSigner(resolve(values.keys), askPassphrase);
  return finish(workshop, signer, [await signRoot(workshop, signer)]);
}

/** So many keys of this holder for a role: those that are here, left by a ceremony that was broken off, then new ones. */
async function ownKeys(
  role: Role,
  count: number,
  given: readonly PublicKey[],
  folder: string,
): Promise<PublicKey[]> {
  const keys = listKeys(resolve(folder))
    .filter((key) => key.role === role && !given.some(({ keyid }) => keyid === key.keyid))
    .slice(0, count);
  for (const { name } of keys) console.log(`${name} is here already`);
  while (keys.length < count)
    keys.push(await makeKey(resolve(folder), freeName(folder, role), role, askPassphrase));
  return keys;
}

/** The next root is made from the one in place: a second change would undo the first, with the signatures it has. */
function expectNoStagedRoot(workshop: Workshop): void {
  const staged = workshop.latest('root', 'staged');
  if (!staged) return;
  const { version } = staged.signed;
  throw new CommandError(
    `root ${version} waits for signatures: dataset -- sign, at the next holder (or delete ${workshop.path('staged', fileName('root', version))} to give it up)`,
  );
}

/** A key at its holder's desk; its public half then goes to whoever makes the root. */
async function makeOne(
  role: string | undefined,
  name: string | undefined,
  values: KeysValues,
): Promise<number> {
  if (!isRole(role) || !/^[a-z0-9-]+$/.test(name ?? ''))
    throw new CommandError(`keys make ROLE NAME: a role (${ROLES.join(', ')}) and a name in small letters`);
  const key = await makeKey(resolve(values.keys), name ?? '', role, askPassphrase);
  console.log(join(resolve(values.keys), `${key.name}.pub.json`));
  return 0;
}

async function rotate(workshop: Workshop, role: string | undefined, values: KeysValues): Promise<number> {
  if (!isRole(role)) throw new CommandError(`rotate which role? ${ROLES.join(', ')}`);
  const root = workshop.need('root').signed;
  expectNoStagedRoot(workshop);
  const current = root.roles[role]?.keyIDs ?? [];
  const named = knownKeys(values.keys).filter((key) => current.includes(key.keyid));
  const wanted = values.revoke?.split(',');
  const unknown =
    wanted?.filter((name) => !named.some((key) => key.name === name) && !current.includes(name)) ?? [];
  if (unknown.length > 0)
    throw new CommandError(`${role} has no key ${unknown.join(', ')} (names or key ids)`);
  const revoke = wanted
    ? current.filter(
        (id) => wanted.includes(id) || named.some((k) => k.keyid === id && wanted.includes(k.name)),
      )
    : current;
  const add = (values.with?.split(',') ?? []).map(readPublicKey).filter((key) => key.role === role);
  while (add.length < revoke.length) {
    add.push(await makeKey(resolve(values.keys), freeName(values.keys, role), role, askPassphrase));
  }
  workshop.write('staged', nextRoot(workshop, [{ role, revoke, add }], new Date()));
  const signer = createSigner(resolve(values.keys), askPassphrase);
  return finish(workshop, signer, [await signRoot(workshop, signer)]);
}

function listAllKeys(workshop: Workshop, values: KeysValues): number {
  const root = workshop.need('root').signed;
  const mine = new Map(listKeys(resolve(values.keys)).map((key) => [key.keyid, key.name]));
  const known = new Map(knownKeys(values.keys).map((key) => [key.keyid, key.name]));
  for (const role of ROLES) {
    const { threshold = 0, keyIDs = [] } = root.roles[role] ?? {};
    console.log(`${role}: ${threshold} of ${keyIDs.length}`);
    for (const id of keyIDs) {
      const other = known.get(id);
      const name = mine.get(id) ?? (other === undefined ? '(not here)' : `${other} (public half)`);
      console.log(`  ${id}  ${name}`);
    }
  }
  return 0;
}

function planOf(text: string | undefined) {
  try {
    return parsePlan(text);
  } catch (cause) {
    throw new CommandError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Keys of this holder, and those of others whose public halves are here. */
function knownKeys(folder: string): PublicKey[] {
  return [...listKeys(resolve(folder)), ...listPublicKeys(resolve(folder))];
}

/** The first of role-1, role-2, … that no key here has, nobody else's either. */
function freeName(folder: string, role: Role): string {
  const taken = new Set(knownKeys(folder).map(({ name }) => name));
  for (let i = 1; ; i++) if (!taken.has(`${role}-${i}`)) return `${role}-${i}`;
}

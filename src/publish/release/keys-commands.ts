/** `dataset -- keys …`: making, listing, replacing and renewing role keys. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CommandError, UsageError } from '../problem.ts';
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

/** The keys of all roles, and the first root. */
export async function makeFirstKeys(_: readonly string[], values: KeysValues): Promise<number> {
  const workshop = openWorkshop(resolve(values.repository));
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
  const signer = createSigner(resolve(values.keys), askPassphrase);
  return finish(workshop, signer, [await signRoot(workshop, signer, firstRoot(all, plan, new Date()))]);
}

/** A longer life for the root. */
export async function renewRoot(_: readonly string[], values: KeysValues): Promise<number> {
  const workshop = openWorkshop(resolve(values.repository));
  expectNoStagedRoot(workshop);
  const renewed = nextRoot(workshop, [], new Date());
  const signer = createSigner(resolve(values.keys), askPassphrase);
  return told([await signRoot(workshop, signer, renewed)]);
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
export async function makeOneKey([role, name = '']: readonly string[], values: KeysValues): Promise<number> {
  if (!isRole(role) || !/^[a-z0-9-]+$/.test(name))
    throw new UsageError(`keys make ROLE NAME: a role (${ROLES.join(', ')}) and a name in small letters`);
  const key = await makeKey(resolve(values.keys), name, role, askPassphrase);
  console.log(join(resolve(values.keys), `${key.name}.pub.json`));
  return 0;
}

/** Other keys for a role; how many of them must sign stays as the first root has it. */
export async function rotateKeys([role]: readonly string[], values: KeysValues): Promise<number> {
  const workshop = openWorkshop(resolve(values.repository));
  if (!isRole(role)) throw new UsageError(`rotate which role? ${ROLES.join(', ')}`);
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
  const add = (values.with?.split(',') ?? []).map(readPublicKey);
  const stray = add.find((key) => key.role !== role);
  if (stray) throw new CommandError(`${stray.name} is a key for ${stray.role}, and not for ${role}`);
  const signer = createSigner(resolve(values.keys), askPassphrase);
  // Before a key is made: with a wrong passphrase nothing shall be left behind.
  await signer.open(root.roles.root?.keyIDs ?? []);
  while (add.length < revoke.length) {
    add.push(await makeKey(resolve(values.keys), freeName(values.keys, role), role, askPassphrase));
  }
  const next = nextRoot(workshop, [{ role, revoke, add }], new Date());
  return finish(workshop, signer, [await signRoot(workshop, signer, next)]);
}

/** Who may sign for which role, and which of these keys are here. */
export function listAllKeys(_: readonly string[], values: KeysValues): number {
  const workshop = openWorkshop(resolve(values.repository));
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
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
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

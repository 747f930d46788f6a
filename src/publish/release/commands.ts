/** The commands around signed releases: keys, release, sign, timestamp, publish, verify, serve, withdraw, triage. */
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compileDataset } from '../compile.ts';
import { CommandError } from '../problem.ts';
import { checkStaged } from './check-staged.ts';
import { type Freshened, freshen } from './freshen.ts';
import { listKeys, makeKey, readPublicKey } from './keyring.ts';
import { makeRelease } from './make-release.ts';
import { askPassphrase } from './passphrase.ts';
import { fingerprintOf, publishFolder } from './publish-folder.ts';
import { needsNewSignatures, restageTargets } from './restage.ts';
import { isRole, parsePlan, ROLES, type Role } from './roles.ts';
import { firstRoot, nextRoot } from './root.ts';
import { serveFolder } from './serve-folder.ts';
import { createSigner, type SigningReport, signRoot, signTargets } from './sign.ts';
import { describeTriage, triage } from './triage.ts';
import { describeVerification, verifyRepository } from './verify.ts';
import { withdraw } from './withdraw.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

export const RELEASE_USAGE = `  keys [make ROLE NAME | list | rotate ROLE | renew] [--roles root=2/3,targets=2/3] [--with PUB,…] [--revoke NAME,…]
               makes role keys and the first root; rotate replaces keys of a role; renew only gives the root a longer life
  release [--window 10] [--resign] [--lower]
               checks the records, builds them, lists them for signing and signs with the keys at hand;
               --resign signs the last release again, for longer; --lower allows a version below the
               last one, after stolen keys claimed a higher one and were replaced
  sign         builds the records, compares, and adds the signatures of the keys at hand to what is staged
  timestamp    the daily signature
  publish DIR  lays the signed repository out for a static host
  verify URL --fingerprint HEX
               downloads and checks everything, as a fresh reader would
  serve DIR [--port N]
               a local server, for trying
  withdraw ID --as superseded|removed --reason TEXT
               takes an entity or a statement (entity/statement) back
  triage FILE… readers' correction files: checked, without repeats, into drafts/
  all of them: [--repository DIR] [--keys DIR]; passphrases from SIDELIGHT_PASSPHRASE[_NAME], or asked for
`;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  root: { type: 'string', default: 'assets/dataset' },
  repository: { type: 'string', default: 'repository' },
  keys: { type: 'string', default: 'keys' },
  roles: { type: 'string' },
  with: { type: 'string' },
  revoke: { type: 'string' },
  window: { type: 'string', default: '10' },
  resign: { type: 'boolean', default: false },
  lower: { type: 'boolean', default: false },
  fingerprint: { type: 'string' },
  port: { type: 'string', default: '8360' },
  as: { type: 'string', default: 'superseded' },
  reason: { type: 'string' },
} as const;

type Values = ReturnType<typeof parse>['values'];
type Command = (rest: readonly string[], values: Values) => Promise<number> | number;

const COMMANDS: Readonly<Record<string, Command>> = {
  keys,
  release,
  sign,
  timestamp,
  publish,
  verify,
  serve,
  withdraw: takeBack,
  triage: readCorrections,
};

/** True for a command of this file. */
export function isReleaseCommand(name: string | undefined): name is string {
  return name !== undefined && Object.hasOwn(COMMANDS, name);
}

/** Runs one of the commands. @throws CommandError for what it cannot do */
export async function runReleaseCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const [name = '', ...rest] = positionals;
  const command = COMMANDS[name];
  if (!command) throw new CommandError(`there is no command ${name}`);
  return command(rest, values);
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
}

async function keys(rest: readonly string[], values: Values): Promise<number> {
  const [what, role] = rest;
  const workshop = workshopOf(values);
  if (what === 'list') return listAllKeys(workshop, values);
  if (what === 'rotate') return rotate(workshop, role, values);
  if (what === 'make') return makeOne(role, rest[2], values);
  if (what === 'renew') {
    workshop.write('staged', nextRoot(workshop, [], new Date()));
    return told([await signRoot(workshop, signerOf(values))]);
  }
  if (what !== undefined)
    throw new CommandError('keys, keys make ROLE NAME, keys list, keys rotate ROLE or keys renew');
  if (workshop.latest('root')) throw new CommandError(`${workshop.folder} has keys already: see keys rotate`);
  const plan = planOf(values.roles);
  const given = (values.with?.split(',') ?? []).map(readPublicKey);
  const all = [...given];
  for (const name of ROLES) {
    const missing = plan[name].keys - given.filter((key) => key.role === name).length;
    for (let i = 1; i <= missing; i++) {
      all.push(await makeKey(resolve(values.keys), freeName(values.keys, name), name, askPassphrase));
    }
  }
  mkdirSync(workshop.folder, { recursive: true });
  workshop.write('staged', firstRoot(all, plan, new Date()));
  const code = told([await signRoot(workshop, signerOf(values))]);
  if (code === 0) console.log(`fingerprint ${fingerprintOf(workshop)}`);
  return code;
}

/** A key at its holder's desk; its public half then goes to whoever makes the root. */
async function makeOne(role: string | undefined, name: string | undefined, values: Values): Promise<number> {
  if (!isRole(role) || !/^[a-z0-9-]+$/.test(name ?? ''))
    throw new CommandError(`keys make ROLE NAME: a role (${ROLES.join(', ')}) and a name in small letters`);
  const key = await makeKey(resolve(values.keys), name ?? '', role, askPassphrase);
  console.log(join(resolve(values.keys), `${key.name}.pub.json`));
  return 0;
}

async function rotate(workshop: Workshop, role: string | undefined, values: Values): Promise<number> {
  if (!isRole(role)) throw new CommandError(`rotate which role? ${ROLES.join(', ')}`);
  const root = workshop.need('root').signed;
  const current = root.roles[role]?.keyIDs ?? [];
  const named = listKeys(resolve(values.keys)).filter((key) => current.includes(key.keyid));
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
  return finish(workshop, values, [await signRoot(workshop, signerOf(values))]);
}

async function release(_: readonly string[], values: Values): Promise<number> {
  const workshop = workshopOf(values);
  if (values.resign) {
    restageTargets(workshop, new Date());
    return sign([], values);
  }
  const made = makeRelease(workshop, compileDataset(resolve(values.root)), {
    now: new Date(),
    window: Number(values.window),
    lower: values.lower,
  });
  console.log(made.changes);
  const deltas = Object.entries(made.deltas).map(([from, bytes]) => `from ${from}: ${bytes} bytes`);
  console.log([`${made.key}: ${made.full} bytes`, ...deltas].join('\n'));
  return sign([], values);
}

async function sign(_: readonly string[], values: Values): Promise<number> {
  const workshop = workshopOf(values);
  const signer = signerOf(values);
  checkStaged(workshop, () => compileDataset(resolve(values.root)));
  const reports = [await signRoot(workshop, signer), await signTargets(workshop, signer)];
  if (reports.every((report) => report === null)) console.log('nothing is staged');
  return finish(workshop, values, reports);
}

/** After signatures were added: tells what they did, and makes snapshot and timestamp if everything is in place. */
async function finish(
  workshop: Workshop,
  values: Values,
  reports: readonly (SigningReport | null)[],
): Promise<number> {
  const code = told(reports);
  if (code !== 0 || !workshop.latest('targets')) return code;
  if (needsNewSignatures(workshop)) {
    restageTargets(workshop, new Date());
    const again = told([await signTargets(workshop, signerOf(values))]);
    if (again !== 0) return again;
  }
  toldFresh(await freshen(workshop, signerOf(values), new Date()));
  return 0;
}

async function timestamp(_: readonly string[], values: Values): Promise<number> {
  toldFresh(await freshen(workshopOf(values), signerOf(values), new Date()));
  return 0;
}

function publish([folder]: readonly string[], values: Values): number {
  if (folder === undefined) throw new CommandError('publish where? dataset -- publish DIR');
  const result = publishFolder(workshopOf(values), resolve(folder));
  if (values.json) console.log(JSON.stringify(result));
  else {
    console.log(`${result.version}: ${result.files} files, ${result.bytes} bytes in ${result.folder}`);
    for (const name of result.pruned) console.log(`deleted ${name}`);
    console.log(`fingerprint ${result.fingerprint}`);
  }
  return 0;
}

async function verify([url]: readonly string[], values: Values): Promise<number> {
  if (url === undefined || values.fingerprint === undefined)
    throw new CommandError('verify URL --fingerprint HEX (the fingerprint that publish printed)');
  const result = await verifyRepository(url, values.fingerprint);
  console.log(values.json ? JSON.stringify(result) : describeVerification(result));
  return result.ok ? 0 : 1;
}

async function serve([folder]: readonly string[], values: Values): Promise<number> {
  if (folder === undefined || !existsSync(folder)) throw new CommandError('serve which folder?');
  const server = await serveFolder(resolve(folder), Number(values.port));
  console.log(`${server.origin}/  (ends with Ctrl-C)`);
  await new Promise((done) => process.once('SIGINT', done));
  await server.close();
  return 0;
}

function takeBack([id]: readonly string[], values: Values): number {
  const { as, reason } = values;
  if (id === undefined || reason === undefined || (as !== 'superseded' && as !== 'removed'))
    throw new CommandError('withdraw ID --as superseded|removed --reason TEXT');
  const changed = withdraw(resolve(values.root), { id, as, on: today(), reason });
  for (const file of changed) console.log(file);
  console.log('now raise the version in dataset.yaml, then: dataset -- check, release, publish');
  return 0;
}

function readCorrections(files: readonly string[], values: Values): number {
  if (files.length === 0) throw new CommandError('triage which files?');
  const result = triage(
    resolve(values.root),
    files.map((file) => resolve(file)),
    today(),
  );
  console.log(values.json ? JSON.stringify(result, null, 2) : describeTriage(result));
  return result.refused.length > 0 ? 1 : 0;
}

function listAllKeys(workshop: Workshop, values: Values): number {
  const root = workshop.need('root').signed;
  const mine = new Map(listKeys(resolve(values.keys)).map((key) => [key.keyid, key.name]));
  for (const role of ROLES) {
    const { threshold = 0, keyIDs = [] } = root.roles[role] ?? {};
    console.log(`${role}: ${threshold} of ${keyIDs.length}`);
    for (const id of keyIDs) console.log(`  ${id}  ${mine.get(id) ?? '(not here)'}`);
  }
  return 0;
}

function told(reports: readonly (SigningReport | null)[]): number {
  let code = 0;
  for (const report of reports) {
    if (!report) continue;
    const { role, version, signed, missing } = report;
    console.log(`${role} ${version}: signed with ${signed.join(', ') || 'no key at hand'}`);
    if (missing.length === 0) continue;
    code = 1;
    for (const line of missing) console.log(`  ${line}`);
    console.log('  give the repository folder to the next holder: dataset -- sign');
  }
  return code;
}

function toldFresh({ snapshot, timestamp: version, soon }: Freshened): void {
  console.log(`timestamp ${version}${snapshot === null ? '' : `, snapshot ${snapshot}`}`);
  for (const line of soon) console.log(`soon: ${line}`);
}

function planOf(text: string | undefined) {
  try {
    return parsePlan(text);
  } catch (cause) {
    throw new CommandError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** The first of role-1, role-2, … that the folder does not have. */
function freeName(folder: string, role: Role): string {
  for (let i = 1; ; i++) {
    if (!existsSync(join(resolve(folder), `${role}-${i}.key.json`))) return `${role}-${i}`;
  }
}

function workshopOf(values: Values): Workshop {
  return openWorkshop(resolve(values.repository));
}

function signerOf(values: Values) {
  return createSigner(resolve(values.keys), askPassphrase);
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

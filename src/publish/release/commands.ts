/** The commands around signed releases: keys, release, sign, timestamp, publish, verify, serve, withdraw, triage. */
import { resolve } from 'node:path';
import { datasetIdOf } from '../../core/dataset/namespace.ts';
import { normalFingerprint } from '../../updates/first-root.ts';
import { expectFolder, parseOptions, wholeNumber } from '../arguments.ts';
import { expectNoMore, type Heeded, today } from '../commands/command.ts';
import { compileDataset } from '../compile.ts';
import { UsageError } from '../problem.ts';
import { checkStaged } from './check-staged.ts';
import { freshen } from './freshen.ts';
import { listAllKeys, makeFirstKeys, makeOneKey, renewRoot, rotateKeys } from './keys-commands.ts';
import { makeRelease } from './make-release.ts';
import { askPassphrase } from './passphrase.ts';
import { fingerprintOf, publishFolder } from './publish-folder.ts';
import { needsNewSignatures, restageTargets } from './restage.ts';
import { serveFolder } from './serve-folder.ts';
import { createSigner, type Signer, signRoot, signTargets } from './sign.ts';
import { finish, toldFresh } from './telling.ts';
import { describeTriage, triage } from './triage.ts';
import { describeVerification, verifyRepository } from './verify.ts';
import { withdraw } from './withdraw.ts';
import { expectRepository, openWorkshop, type Workshop } from './workshop.ts';

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
  triage FILE… readers' correction files: checked, without repeats, into corrections/
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
  as: { type: 'string' },
  reason: { type: 'string' },
} as const;

type Values = ReturnType<typeof parse>['values'];

interface Command extends Heeded {
  readonly options?: readonly (keyof typeof OPTIONS)[];
  readonly run: (rest: readonly string[], values: Values) => Promise<number> | number;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  keys: { words: 0, options: ['roles', 'with'], run: makeFirstKeys },
  'keys make': { words: 2, run: makeOneKey },
  'keys list': { words: 0, run: listAllKeys },
  'keys rotate': { words: 1, options: ['with', 'revoke'], run: rotateKeys },
  'keys renew': { words: 0, run: renewRoot },
  release: { words: 0, options: ['window', 'resign', 'lower'], run: release },
  sign: { words: 0, run: sign },
  timestamp: { words: 0, run: timestamp },
  publish: { words: 1, run: publish },
  verify: { words: 1, options: ['fingerprint'], run: verify },
  serve: { words: 1, options: ['port'], run: serve },
  withdraw: { words: 1, options: ['as', 'reason'], run: takeBack },
  triage: { words: Number.POSITIVE_INFINITY, run: readCorrections },
};

/** True for a command of this file. */
export function isReleaseCommand(name: string | undefined): name is string {
  return name !== undefined && Object.hasOwn(COMMANDS, name);
}

/** Runs one of the commands. @throws CommandError for what it cannot do */
export async function runReleaseCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const name = positionals.slice(0, positionals[0] === 'keys' ? 2 : 1).join(' ');
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageError(`there is no command ${name}`);
  const rest = positionals.slice(name.split(' ').length);
  expectNoMore(name, command, ['json', 'root', 'repository', 'keys'], rest, args);
  return command.run(rest, values);
}

function parse(args: readonly string[]) {
  return parseOptions(args, OPTIONS);
}

async function release(_: readonly string[], values: Values): Promise<number> {
  const window = wholeNumber('window', values.window, 0, 1000);
  const workshop = openWorkshop(resolve(values.repository));
  const { roles } = workshop.need('root').signed;
  const records = values.resign ? null : compileDataset(resolve(values.root), today());
  const signer = createSigner(resolve(values.keys), askPassphrase);
  // Before anything is staged: what failed would be signed by the next `sign`.
  await signer.open(roles.targets?.keyIDs ?? []);
  if (records === null) {
    restageTargets(workshop, new Date());
    return signStaged(workshop, signer);
  }
  const made = makeRelease(workshop, records, { now: new Date(), window, lower: values.lower });
  console.log(made.changes);
  const deltas = Object.entries(made.deltas).map(([from, bytes]) => `from ${from}: ${bytes} bytes`);
  console.log([`${made.key}: ${made.full} bytes`, ...deltas].join('\n'));
  return signStaged(workshop, signer);
}

async function sign(_: readonly string[], values: Values): Promise<number> {
  const workshop = openWorkshop(resolve(values.repository));
  expectRepository(workshop);
  const isWaiting = workshop.latest('root', 'staged') ?? workshop.latest('targets', 'staged');
  if (!isWaiting && !needsNewSignatures(workshop)) {
    console.log(
      'nothing is staged, so there is nothing to sign (dataset -- timestamp is the daily signature)',
    );
    return 0;
  }
  checkStaged(workshop, () => compileDataset(resolve(values.root), today()));
  return signStaged(workshop, createSigner(resolve(values.keys), askPassphrase));
}

async function signStaged(workshop: Workshop, signer: Signer): Promise<number> {
  const reports = [await signRoot(workshop, signer), await signTargets(workshop, signer)];
  return finish(workshop, signer, reports);
}

async function timestamp(_: readonly string[], values: Values): Promise<number> {
  toldFresh(
    await freshen(
      openWorkshop(resolve(values.repository)),
      createSigner(resolve(values.keys), askPassphrase),
      new Date(),
    ),
  );
  return 0;
}

function publish([folder]: readonly string[], values: Values): number {
  if (folder === undefined) throw new UsageError('publish where? dataset -- publish DIR');
  const result = publishFolder(openWorkshop(resolve(values.repository)), resolve(folder), new Date());
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
    throw new UsageError('verify URL --fingerprint HEX (the fingerprint that publish printed)');
  if (normalFingerprint(values.fingerprint) === null)
    throw new UsageError(`--fingerprint ${values.fingerprint}: 64 digits and letters from a to f are wanted`);
  const result = await verifyRepository(url, values.fingerprint);
  console.log(values.json ? JSON.stringify(result) : describeVerification(result, url));
  return result.ok ? 0 : 1;
}

async function serve([folder]: readonly string[], values: Values): Promise<number> {
  const port = wholeNumber('port', values.port, 0, 65_535);
  if (folder === undefined) throw new UsageError('serve which folder? dataset -- serve DIR');
  const server = await serveFolder(expectFolder(resolve(folder)), port);
  console.log(`${server.origin}/  (ends with Ctrl-C)`);
  await new Promise((done) => process.once('SIGINT', done));
  await server.close();
  return 0;
}

function takeBack([id]: readonly string[], values: Values): number {
  const { as, reason } = values;
  if (id === undefined || reason === undefined || (as !== 'superseded' && as !== 'removed'))
    throw new UsageError('withdraw ID --as superseded|removed --reason TEXT');
  const changed = withdraw(resolve(values.root), { id, as, on: today(), reason: reason.trim() });
  for (const file of changed) console.log(file);
  console.log(
    'now raise the version in dataset.yaml; dataset -- check names what still leans on it; then release, publish',
  );
  return 0;
}

function readCorrections(files: readonly string[], values: Values): number {
  if (files.length === 0) throw new UsageError('triage which files? dataset -- triage FILE…');
  const result = triage(resolve(values.root), files, today(), ownDataset(resolve(values.repository)));
  console.log(values.json ? JSON.stringify(result, null, 2) : describeTriage(result));
  return result.refused.length > 0 ? 1 : 0;
}

/** The id under which readers add what this workshop signs; null before it has keys. */
function ownDataset(repository: string): string | null {
  const workshop = openWorkshop(repository);
  return workshop.latest('root') === null ? null : datasetIdOf(fingerprintOf(workshop));
}

/**
 * What a server can do to a reader, as a table: what it does, what the client must do, what the reader sees. The same rows
 * run against the worker's parts in Node (tests/unit/updates) and inside the built extension in both browsers (tests/full).
 *
 * Every row begins with a reader who holds release A and a repository that has shipped B. The server does its worst, the reader
 * checks. Afterwards the server is honest again, and the reader must get B, unless the row says that it never will.
 */
import { rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Metadata, type Targets } from '@tufjs/models';
import type { Release } from '../../src/core/dataset/release.ts';
import type { UpdateStatus } from '../../src/core/dataset/update-status.ts';
import { freshen } from '../../src/publish/release/freshen.ts';
import { expiryOf } from '../../src/publish/release/roles.ts';
import { signTargets } from '../../src/publish/release/sign.ts';
import { sha256 } from '../../src/publish/release/workshop.ts';
import type { UpdateFailureCode } from '../../src/updates/failure.ts';
import { anAlias, anEntity, aRelease, aStatement } from './builders.ts';
import { type Desk, openDesk } from './desk.ts';
import { forceRelease } from './force-release.ts';
import type { HostileServer, Twist } from './hostile-server.ts';

export const A = '2026.11.20';
export const B = '2026.11.21';
const ENTITIES = 40;

/** A release whose every statement says its version: a mix of two cannot go unseen. */
export function attackRelease(version: string, over: Partial<Release> = {}): Release {
  return aRelease({
    version,
    entities: Array.from({ length: ENTITIES }, (_, i) => anEntity({ id: `e-${i}`, name: `Entity ${i}` })),
    statements: Array.from({ length: ENTITIES }, (_, i) =>
      aStatement({ id: `e-${i}/s`, text: { en: `As of ${version}.` } }),
    ),
    aliases: Array.from({ length: ENTITIES }, (_, i) => anAlias({ entity: `e-${i}`, text: `Entity ${i}` })),
    ...over,
  });
}

export const ALL_IDS = Array.from({ length: ENTITIES }, (_, i) => `e-${i}`);

export interface Scene {
  readonly desk: Desk;
  readonly server: HostileServer;
  /** The reader checks for updates. */
  check(): Promise<void>;
}

export interface Attack {
  readonly name: string;
  /** What the server does. */
  readonly server: string;
  /** What the client must do. */
  readonly client: string;
  /** Codes with which it may be refused; none: the update is taken. */
  readonly codes: readonly UpdateFailureCode[];
  /** What the reader sees. */
  readonly status: UpdateStatus;
  /** Sets the server up. Release B has been shipped, unless `before` is given. */
  readonly twist?: (scene: Scene) => Twist | Promise<Twist>;
  /** Instead of shipping B: leaves the repository in the state that the reader is to meet. */
  readonly before?: (scene: Scene) => Promise<void>;
  /** Years that the desk's clock is off from the reader's. */
  readonly years?: number;
  /** What the reader has after the check, and after the server is honest again. */
  readonly after?: string;
  readonly inTheEnd?: string;
}

const at =
  (pattern: RegExp, answer: (file: Buffer | null, respond: Parameters<Twist>[1]) => void): Twist =>
  (request, response) => {
    if (!pattern.test(request.path)) return false;
    answer(request.file, response);
    return true;
  };
const send =
  (body: (file: Buffer) => Buffer | string): Parameters<typeof at>[1] =>
  (file, response) => {
    if (file) response.writeHead(200).end(body(file));
    else response.writeHead(404).end();
  };
/** 64 kB that unpack to 64 MB. */
const BOMB = gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x20));
const TIMESTAMP = /timestamp\.json$/;
const SNAPSHOT = /snapshot\.json$/;
const TARGETS = /targets\.json$/;
const DATA = /^\/targets\//;
const ANYTHING = /./;

/** Bytes kept from before, by path: an old mirror. */
function oldMirror(saved: ReadonlyMap<string, Buffer>, pattern: RegExp): Twist {
  return (request, response) => {
    const old = pattern.test(request.path) ? saved.get(request.path) : undefined;
    if (old) response.writeHead(200).end(old);
    return old !== undefined;
  };
}

/** All metadata that is published now. */
function metadataNow({ desk }: Scene): Map<string, Buffer> {
  const read = (role: 'timestamp' | 'snapshot' | 'targets') => {
    const { version } = desk.workshop.need(role).signed;
    return desk.workshop.bytesOf('metadata', role, version);
  };
  return new Map([['/metadata/timestamp.json', read('timestamp')]]);
}

/** A repository of the attacker's own: everything right, but other keys. */
async function impostor(): Promise<{ desk: Desk; file(path: string): Buffer | null }> {
  const { existsSync, readFileSync } = await import('node:fs');
  const desk = await openDesk();
  await desk.ship(attackRelease(A));
  await desk.ship(attackRelease(B, { licence: 'stolen' }));
  return {
    desk,
    file: (path) => (existsSync(`${desk.site}${path}`) ? readFileSync(`${desk.site}${path}`) : null),
  };
}

const TEN_ATTACKS: readonly Attack[] = [
  {
    name: 'arbitrary installation',
    server: 'serves a whole repository of its own, signed with its own keys',
    client: 'takes nothing that the trusted root’s keys have not signed',
    codes: ['not-genuine'],
    status: 'refused',
    async twist() {
      const other = await impostor();
      const paths = new Map<string, Buffer>();
      return (request, response) => {
        const file = paths.get(request.path) ?? other.file(request.path);
        if (file) response.writeHead(200).end(file);
        else response.writeHead(404).end();
        return true;
      };
    },
  },
  {
    name: 'endless data: metadata',
    server: 'never stops sending the timestamp',
    client: 'stops reading at the limit',
    codes: ['too-large'],
    status: 'refused',
    twist: () =>
      at(TIMESTAMP, (_, response) => {
        response.writeHead(200);
        const more = () => {
          while (!response.destroyed && response.write(Buffer.alloc(16_384, 0x20)));
          if (!response.destroyed) response.once('drain', more);
        };
        more();
      }),
  },
  {
    name: 'endless data: dataset',
    server: 'never stops sending the dataset',
    client: 'stops reading at the signed length',
    codes: ['too-large'],
    status: 'refused',
    twist: () =>
      at(DATA, (_, response) => {
        response.writeHead(200);
        const more = () => {
          while (!response.destroyed && response.write(Buffer.alloc(16_384)));
          if (!response.destroyed) response.once('drain', more);
        };
        more();
      }),
  },
  {
    name: 'extraneous dependencies',
    server: 'lists another file beside the dataset in metadata that it has signed itself',
    client:
      'believes no list that is not signed by the targets keys, and never asks for files it does not know',
    codes: ['not-genuine'],
    status: 'refused',
    twist: () =>
      at(
        TARGETS,
        send((file) => {
          const json = JSON.parse(file.toString());
          json.signed.targets['extra.js'] = { length: 1, hashes: { sha256: 'a'.repeat(64) } };
          return JSON.stringify(json);
        }),
      ),
  },
  {
    name: 'fast-forward',
    server:
      'has stolen the targets keys and claims a version from the year 9999; the maintainers replace the keys',
    client: 'forgets what the replaced keys have claimed, and takes the maintainers’ next release',
    codes: [],
    status: 'current',
    async before({ desk, check }) {
      await desk.ship(attackRelease('9999.12.31'));
      await check();
      for (const name of desk.workshop.names('releases'))
        if (name.startsWith('9999')) rmSync(desk.workshop.path('releases', name));
      await desk.rotate('targets');
      await forceRelease(desk, attackRelease(B));
    },
    after: B,
  },
  {
    name: 'fast-forward of metadata',
    server:
      'has stolen timestamp and snapshot keys and counts their versions up by a million; they are replaced',
    client: 'starts counting anew with the new keys',
    codes: [],
    status: 'current',
    async before({ desk, check }) {
      for (const role of ['snapshot', 'timestamp'] as const) {
        const metadata = desk.workshop.need(role);
        const json = { ...metadata.signed.toJSON(), version: 1_000_000 };
        const { MetadataKind } = await import('@tufjs/models');
        const next =
          role === 'snapshot'
            ? Metadata.fromJSON(MetadataKind.Snapshot, { signed: json, signatures: [] })
            : Metadata.fromJSON(MetadataKind.Timestamp, {
                signed: { ...json, meta: snapshotMeta(desk) },
                signatures: [],
              });
        await desk.signer.sign(next, desk.workshop.need('root').signed.roles[role]?.keyIDs ?? []);
        desk.workshop.write('metadata', next);
      }
      desk.publish();
      await check();
      for (const role of ['snapshot', 'timestamp'] as const) await desk.rotate(role);
      restartCounting(desk);
      await desk.ship(attackRelease(B));
    },
    after: B,
  },
  {
    name: 'indefinite freeze',
    server: 'goes on serving yesterday’s metadata after it has run out',
    client: 'accepts nothing that has run out, and says that updates have stopped',
    codes: ['expired'],
    status: 'stopped',
    async before({ desk }) {
      await desk.ship(attackRelease(B));
    },
    years: -0.1,
    after: 'nothing',
    inTheEnd: 'nothing',
  },
  {
    name: 'malicious mirror: withholds everything',
    server: 'answers 404 to everything',
    client: 'keeps what it has',
    codes: ['server'],
    status: 'unreached',
    twist: () => at(ANYTHING, (_, response) => void response.writeHead(404).end()),
  },
  {
    name: 'mix-and-match',
    server: 'serves the new timestamp with the old snapshot under its name',
    client: 'takes only a snapshot with the signed length and hash',
    codes: ['not-genuine'],
    status: 'refused',
    async twist({ desk }) {
      const old = desk.workshop.bytesOf(
        'metadata',
        'snapshot',
        desk.workshop.need('snapshot').signed.version - 1,
      );
      return at(SNAPSHOT, (_, response) => void response.writeHead(200).end(old));
    },
  },
  {
    name: 'mix-and-match: dataset',
    server: 'serves another release’s dataset under the new one’s name',
    client: 'takes only the dataset with the signed hash',
    codes: ['not-genuine'],
    status: 'refused',
    twist: () => at(DATA, (_, response) => void response.writeHead(200).end(gzipSync('{}'))),
  },
  {
    name: 'rollback',
    server: 'serves the timestamp from before, still valid and rightly signed',
    client: 'takes nothing older than what it has verified before',
    codes: ['not-genuine'],
    status: 'refused',
    async before(scene) {
      const saved = metadataNow(scene);
      await scene.desk.ship(attackRelease(B));
      await scene.check();
      scene.server.twist(oldMirror(saved, TIMESTAMP));
    },
    after: B,
  },
  {
    name: 'rollback after a withdrawal',
    server: 'an old mirror serves what was there before a statement was removed',
    client: 'does not bring it back',
    codes: ['not-genuine'],
    status: 'refused',
    async before(scene) {
      const saved = metadataNow(scene);
      const next = attackRelease(B);
      await scene.desk.ship({
        ...next,
        statements: next.statements.filter((s) => s.id !== 'e-1/s'),
        withdrawn: [{ id: 'e-1/s', as: 'removed', on: '2026-11-21', reason: 'An error.' }],
      });
      await scene.check();
      scene.server.twist(oldMirror(saved, TIMESTAMP));
    },
    after: B,
  },
  {
    name: 'key compromise below the threshold',
    server: 'has one of the three targets keys and signs a release with it',
    client: 'asks for two',
    codes: ['not-genuine'],
    status: 'refused',
    async before({ desk }) {
      const { makeRelease } = await import('../../src/publish/release/make-release.ts');
      makeRelease(desk.workshop, attackRelease(B), { now: new Date(), window: 10 });
      const staged = desk.workshop.latest('targets', 'staged') as Metadata<Targets>;
      const [first = ''] = desk.workshop.need('root').signed.roles.targets?.keyIDs ?? [];
      await desk.signer.sign(staged, [first]);
      desk.workshop.write('metadata', staged);
      await freshen(desk.workshop, desk.signer, new Date());
      desk.publish();
    },
    inTheEnd: 'nothing',
  },
  {
    name: 'wrong software',
    server: 'serves another dataset’s genuine metadata, signed by its own keys, under this address',
    client: 'keeps to the keys of the dataset that was subscribed to',
    codes: ['not-genuine'],
    status: 'refused',
    async twist() {
      const other = await impostor();
      return (request, response) => {
        const file = other.file(request.path);
        if (!file || request.path.includes('root')) return false;
        response.writeHead(200).end(file);
        return true;
      };
    },
  },
];

const FURTHER_ATTACKS: readonly Attack[] = [
  {
    name: 'slow retrieval',
    server: 'sends one byte, and then nothing',
    client: 'gives up after the time limit',
    codes: ['too-slow'],
    status: 'unreached',
    twist: () =>
      at(TIMESTAMP, (_, response) => {
        response.writeHead(200);
        response.write('{');
      }),
  },
  {
    name: 'a clock ten years ahead',
    server: 'is honest, and by its own clock everything is valid',
    client: 'accepts nothing, and says that it is the clock',
    codes: ['clock'],
    status: 'clock',
    years: -10,
    after: 'nothing',
    inTheEnd: 'nothing',
  },
  {
    name: 'a clock ten years behind',
    server: 'is honest; by its clock the reader lives in the past',
    client: 'takes the update: nothing has run out',
    codes: [],
    status: 'clock',
    years: 10,
    after: B,
  },
  {
    name: 'decompression bomb in transit',
    server: 'sends the timestamp as a few kilobytes of gzip that unpack to many megabytes',
    client: 'stops at the limit of what is unpacked',
    codes: ['too-large', 'offline'],
    status: 'refused',
    twist: () =>
      at(TIMESTAMP, (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB)),
  },
  {
    name: 'decompression bomb, signed',
    server: 'has the keys and signs a file that unpacks to far more than it says',
    client: 'stops unpacking at the signed size',
    codes: ['too-large'],
    status: 'refused',
    before: (scene) => signedFile(scene, BOMB, 1000),
    inTheEnd: 'nothing',
  },
  {
    name: 'signed, but no dataset',
    server: 'has signed a file that is something else',
    client: 'reads no line of it into what the reader sees',
    codes: ['unreadable'],
    status: 'refused',
    before: (scene) => signedFile(scene, gzipSync('{"hello":"world"}\n'), 18),
    inTheEnd: 'nothing',
  },
  {
    name: 'signed, but fewer entities than it says',
    server: 'has signed a dataset that was cut off when it was made',
    client: 'counts',
    codes: ['internal', 'unreadable'],
    status: 'unreached',
    async before(scene) {
      const { packRelease } = await import('../../src/publish/release/dataset-file.ts');
      const { gunzipSync } = await import('node:zlib');
      const text = gunzipSync(packRelease(attackRelease(B)).bytes)
        .toString()
        .trimEnd()
        .split('\n')
        .slice(0, -3);
      const cut = `${text.join('\n')}\n`;
      await signedFile(scene, gzipSync(cut), cut.length);
    },
    inTheEnd: 'nothing',
  },
  {
    name: '20 root rotations',
    server: 'has replaced the root keys twenty times',
    client: 'follows every step',
    codes: [],
    status: 'current',
    async before({ desk }) {
      for (let i = 0; i < 20; i++) await desk.rotate('root');
      await desk.ship(attackRelease(B));
    },
    after: B,
  },
  {
    name: 'a broken chain of roots',
    server: 'skips one of the roots',
    client: 'does not follow',
    codes: ['not-genuine'],
    status: 'refused',
    async twist({ desk }) {
      for (let i = 0; i < 3; i++) await desk.rotate('root');
      desk.publish();
      return at(/2\.root\.json$/, (_, response) => {
        response.writeHead(200).end(desk.workshop.bytesOf('metadata', 'root', 3));
      });
    },
  },
  {
    name: 'redirect to another host',
    server: 'redirects the dataset to another host',
    client: 'does not go there',
    codes: ['redirected'],
    status: 'unreached',
    twist: ({ server }) =>
      at(DATA, (_, response) => {
        const elsewhere = server.address.replace('127.0.0.1', 'localhost');
        response.writeHead(302, { location: `${elsewhere}elsewhere` }).end();
      }),
  },
  {
    name: 'redirect of everything',
    server: 'redirects everything to a login page',
    client: 'does not go there',
    codes: ['redirected'],
    status: 'unreached',
    twist: () => at(ANYTHING, (_, response) => void response.writeHead(307, { location: '/login' }).end()),
  },
  {
    name: 'captive portal',
    server: 'answers everything with its login page',
    client: 'recognises a web page',
    codes: ['not-a-repository'],
    status: 'unreached',
    twist: () =>
      at(
        ANYTHING,
        (_, response) =>
          void response
            .writeHead(200, { 'content-type': 'text/html' })
            .end('<!doctype html><title>Welcome</title><p>Please log in.'),
      ),
  },
  {
    name: 'storm of 500',
    server: 'answers 500 to everything',
    client: 'keeps what it has, and comes back later',
    codes: ['server'],
    status: 'unreached',
    twist: () => at(ANYTHING, (_, response) => void response.writeHead(500).end()),
  },
  {
    name: 'deeply nested metadata',
    server: 'sends brackets within brackets',
    client: 'refuses before anything walks down them',
    codes: ['not-genuine'],
    status: 'refused',
    twist: () =>
      at(TIMESTAMP, (_, response) => void response.writeHead(200).end('['.repeat(8000) + ']'.repeat(8000))),
  },
  {
    name: 'connections that break',
    server: 'breaks off every connection in the middle of an answer',
    client: 'keeps what it has',
    codes: ['offline', 'server'],
    status: 'unreached',
    twist: () =>
      at(ANYTHING, (file, response) => {
        response.writeHead(200, { 'content-length': (file?.length ?? 0) + 10 });
        response.write(file ?? '', () => response.destroy());
      }),
  },
];

/** Every file cut short, and every file with one bit changed. */
const TAMPERING: readonly Attack[] = (
  [
    ['timestamp', TIMESTAMP],
    ['snapshot', SNAPSHOT],
    ['targets', TARGETS],
    ['root', /2\.root\.json$/],
    ['dataset', DATA],
  ] as const
).flatMap(([name, pattern]) => [
  {
    name: `${name} cut short`,
    server: `sends half of the ${name}`,
    client: 'refuses it',
    codes: ['not-genuine', 'not-a-repository', 'offline'] as const,
    status:
      name === 'dataset' || name === 'snapshot' || name === 'targets'
        ? ('refused' as const)
        : ('unreached' as const),
    twist: tampered(pattern, (file) => file.subarray(0, file.length >> 1)),
  },
  {
    name: `${name} with one bit changed`,
    server: `changes one bit of the ${name}`,
    client: 'refuses it',
    codes: ['not-genuine', 'not-a-repository'] as const,
    status: 'refused' as const,
    twist: tampered(pattern, (file) => {
      const copy = Buffer.from(file);
      // In metadata the last digit of the year it expires in: inside what is signed, and still a date.
      const date = copy.indexOf('"expires":"');
      const place = date < 0 ? copy.length >> 1 : date + 14;
      copy[place] = (copy[place] ?? 0) ^ 1;
      return copy;
    }),
  },
]);

function tampered(pattern: RegExp, change: (file: Buffer) => Buffer): NonNullable<Attack['twist']> {
  return async ({ desk }) => {
    if (pattern.test('/metadata/2.root.json')) {
      await desk.rotate('root');
      desk.publish();
    }
    return at(pattern, send(change));
  };
}

export const ATTACKS: readonly Attack[] = [...TEN_ATTACKS, ...FURTHER_ATTACKS, ...TAMPERING];

/** Signs a file as the new dataset, whatever it is. */
async function signedFile({ desk }: Scene, bytes: Buffer, size: number): Promise<void> {
  const { mkdirSync, writeFileSync } = await import('node:fs');
  const { TargetFile, Targets } = await import('@tufjs/models');
  const hash = sha256(bytes);
  mkdirSync(desk.workshop.path('targets'), { recursive: true });
  writeFileSync(desk.workshop.path('targets', `${hash}.dataset.bin`), bytes);
  const file = new TargetFile({
    path: 'dataset.bin',
    length: bytes.length,
    hashes: { sha256: hash },
    unrecognizedFields: { custom: { key: `${B}+${hash.slice(0, 16)}`, version: B, size } },
  });
  const next = new Targets({
    specVersion: '1.0.31',
    version: desk.workshop.need('targets').signed.version + 1,
    expires: expiryOf('targets', new Date()),
    targets: { 'dataset.bin': file },
  });
  desk.workshop.write('staged', new Metadata(next));
  await signTargets(desk.workshop, desk.signer);
  await freshen(desk.workshop, desk.signer, new Date());
  desk.publish();
}

function snapshotMeta(desk: Desk) {
  const bytes = desk.workshop.bytesOf('metadata', 'snapshot', 1_000_000);
  return { 'snapshot.json': { version: 1_000_000, length: bytes.length, hashes: { sha256: sha256(bytes) } } };
}

/** Deletes what the thief has counted up to, as maintainers do after replacing the keys. */
function restartCounting(desk: Desk): void {
  for (const name of desk.workshop.names('metadata'))
    if (/^\d{7,}\.snapshot\.json$|^timestamp\.json$/.test(name)) rmSync(desk.workshop.path('metadata', name));
}

/** A maintainer's desk in a temporary folder: keys, a workshop, and what it publishes; quick, because its passphrases are cheap. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Release } from '../../src/core/dataset/release.ts';
import { freshen } from '../../src/publish/release/freshen.ts';
import { type AskPassphrase, listKeys, makeKey } from '../../src/publish/release/keyring.ts';
import { type MadeRelease, makeRelease } from '../../src/publish/release/make-release.ts';
import { fingerprintOf, publishFolder } from '../../src/publish/release/publish-folder.ts';
import { needsNewSignatures, restageTargets } from '../../src/publish/release/restage.ts';
import { DEFAULT_PLAN, ROLES, type Role, type RolePlan } from '../../src/publish/release/roles.ts';
import { firstRoot, nextRoot } from '../../src/publish/release/root.ts';
import { createSigner, type Signer, signRoot, signTargets } from '../../src/publish/release/sign.ts';
import { openWorkshop, type Workshop } from '../../src/publish/release/workshop.ts';

export const PASSPHRASE = 'correct horse';
const ask: AskPassphrase = async () => PASSPHRASE;
/** log2 of scrypt's N: enough to be real, little enough for a test. */
const CHEAP = 10;

export interface Desk {
  readonly folder: string;
  readonly workshop: Workshop;
  readonly signer: Signer;
  /** Folder of what is published; `publish` fills it. */
  readonly site: string;
  readonly keys: string;
  fingerprint(): string;
  /** Text of a root. */
  root(version?: number): string;
  release(release: Release, window?: number): Promise<MadeRelease>;
  /** Replaces all keys of a role. */
  rotate(role: Role): Promise<void>;
  timestamp(): Promise<void>;
  /** Makes a release, signs it and publishes it. */
  ship(release: Release): Promise<MadeRelease>;
  publish(): void;
  remove(): void;
}

export interface DeskOptions {
  readonly now?: () => Date;
  readonly plan?: Readonly<Record<Role, RolePlan>>;
}

export async function openDesk({
  now = () => new Date(),
  plan = DEFAULT_PLAN,
}: DeskOptions = {}): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-desk-'));
  const keys = join(folder, 'keys');
  const site = join(folder, 'site');
  const workshop = openWorkshop(join(folder, 'repository'));
  const all = [];
  for (const role of ROLES) {
    for (let i = 1; i <= plan[role].keys; i++)
      all.push(await makeKey(keys, `${role}-${i}`, role, ask, CHEAP));
  }
  let signer = createSigner(keys, ask);
  workshop.write('staged', firstRoot(all, plan, now()));
  await signRoot(workshop, signer);
  const desk: Desk = {
    folder,
    workshop,
    site,
    keys,
    get signer() {
      return signer;
    },
    fingerprint: () => fingerprintOf(workshop),
    root: (version = 1) => workshop.bytesOf('metadata', 'root', version).toString('utf8'),
    async release(release, window = 10) {
      const made = makeRelease(workshop, release, { now: now(), window });
      await signTargets(workshop, signer);
      await freshen(workshop, signer, now());
      return made;
    },
    async rotate(role) {
      const old = workshop.need('root').signed.roles[role]?.keyIDs ?? [];
      const count = listKeys(keys).filter((key) => key.role === role).length;
      const add = [];
      for (let i = 1; i <= old.length; i++)
        add.push(await makeKey(keys, `${role}-${count + i}`, role, ask, CHEAP));
      workshop.write('staged', nextRoot(workshop, [{ role, revoke: old, add }], now()));
      signer = createSigner(keys, ask);
      await signRoot(workshop, signer);
      if (needsNewSignatures(workshop)) {
        restageTargets(workshop, now());
        await signTargets(workshop, signer);
      }
      if (workshop.latest('targets')) await freshen(workshop, signer, now());
    },
    timestamp: async () => void (await freshen(workshop, signer, now())),
    async ship(release) {
      const made = await desk.release(release);
      desk.publish();
      return made;
    },
    publish: () => void publishFolder(workshop, site, now()),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  return desk;
}

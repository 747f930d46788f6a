/**
 * The keys of one holder: a folder of files, one for each key, the secret half encrypted with a passphrase (scrypt, then
 * AES-256-GCM bound to the public half). Public halves travel in the clear, as NAME.pub.json.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  scryptSync,
  sign,
} from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Key, Signature } from '@tufjs/models';
import { z } from 'zod';
import { CommandError } from '../problem.ts';
import { ROLES, type Role } from './roles.ts';

/** log2 of scrypt's N: a guess costs 64 MB and a fifth of a second. */
const SCRYPT_COST = 16;

/** Characters of a new passphrase. */
export const LEAST_PASSPHRASE = 8;

const publicSchema = z.object({
  name: z.string().regex(/^[a-z0-9-]+$/),
  role: z.enum(ROLES),
  keyid: z.string().regex(/^[0-9a-f]{64}$/),
  public: z.string().regex(/^[0-9a-f]{64}$/),
});
const secretSchema = publicSchema.extend({
  kdf: z.object({ name: z.literal('scrypt'), cost: z.number().int().min(10).max(24), salt: z.string() }),
  cipher: z.object({ name: z.literal('aes-256-gcm'), iv: z.string(), tag: z.string() }),
  secret: z.string(),
});

export type PublicKey = z.infer<typeof publicSchema>;
type SecretKey = z.infer<typeof secretSchema>;

/** A passphrase for a key, or null when there is none to be had: the key is then left out. */
export type AskPassphrase = (key: PublicKey, isNew: boolean) => Promise<string | null>;

/** Makes a key and writes both its files. @throws CommandError when the name is taken or no passphrase is given */
export async function makeKey(
  folder: string,
  name: string,
  role: Role,
  ask: AskPassphrase,
  cost = SCRYPT_COST,
): Promise<PublicKey> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.key.json`);
  if (existsSync(file)) throw new CommandError(`${file} exists already: a key is never written over`);
  const pair = generateKeyPairSync('ed25519');
  const raw = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  const key: PublicKey = { name, role, keyid: keyIdOf(raw), public: raw };
  const passphrase = await ask(key, true);
  if (passphrase === null)
    throw new CommandError(
      `no passphrase was given for ${name}, so it was not made: type one at a terminal, or set SIDELIGHT_PASSPHRASE`,
    );
  if (passphrase.length < LEAST_PASSPHRASE)
    throw new CommandError(`${name} needs a passphrase of at least ${LEAST_PASSPHRASE} characters`);
  const secret = pair.privateKey.export({ format: 'der', type: 'pkcs8' });
  writeJson(file, lock(key, secret, passphrase, cost), 0o600);
  writeJson(join(folder, `${name}.pub.json`), key);
  return key;
}

/** The keys of a folder, without their secrets, by name. */
export function listKeys(folder: string): PublicKey[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.key.json'))
    .sort()
    .map((name) => publicSchema.parse(readJson(join(folder, name))));
}

/** All keys whose public halves lie in the folder, its own and those of other holders. */
export function listPublicKeys(folder: string): PublicKey[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pub.json'))
    .sort()
    .map((name) => readPublicKey(join(folder, name)));
}

/** @throws CommandError when the file is something else */
export function readPublicKey(file: string): PublicKey {
  try {
    return publicSchema.parse(readJson(file));
  } catch (cause) {
    if (!(cause instanceof SyntaxError || cause instanceof z.ZodError)) throw cause;
    throw new CommandError(`${file} is no public key of this tool (a NAME.pub.json)`, { cause });
  }
}

/** Opens a key of the folder; null when there is no passphrase for it. @throws CommandError when the passphrase is wrong */
export async function openKey(
  folder: string,
  key: PublicKey,
  ask: AskPassphrase,
): Promise<((data: Buffer) => Signature) | null> {
  const passphrase = await ask(key, false);
  if (passphrase === null) return null;
  const stored = secretSchema.parse(readJson(join(folder, `${key.name}.key.json`)));
  const secret = unlock(stored, passphrase);
  return (data) => new Signature({ keyID: stored.keyid, sig: sign(null, data, secret).toString('hex') });
}

/** The key as the root metadata lists it. */
export function tufKey({ keyid, public: raw }: PublicKey): Key {
  return new Key({ keyID: keyid, keyType: 'ed25519', scheme: 'ed25519', keyVal: { public: raw } });
}

/** SHA-256 of the key's canonical JSON, as TUF asks. */
function keyIdOf(raw: string): string {
  const canonical = `{"keytype":"ed25519","keyval":{"public":"${raw}"},"scheme":"ed25519"}`;
  return createHash('sha256').update(canonical).digest('hex');
}

function lock(key: PublicKey, secret: Buffer, passphrase: string, cost: number): SecretKey {
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derive(passphrase, salt, cost), iv);
  cipher.setAAD(Buffer.from(key.public));
  const text = Buffer.concat([cipher.update(secret), cipher.final()]);
  return {
    ...key,
    kdf: { name: 'scrypt', cost, salt: salt.toString('base64') },
    cipher: { name: 'aes-256-gcm', iv: iv.toString('base64'), tag: cipher.getAuthTag().toString('base64') },
    secret: text.toString('base64'),
  };
}

function unlock({ name, public: raw, kdf, cipher, secret }: SecretKey, passphrase: string): KeyObject {
  const key = derive(passphrase, Buffer.from(kdf.salt, 'base64'), kdf.cost);
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(cipher.iv, 'base64'));
  decipher.setAAD(Buffer.from(raw));
  decipher.setAuthTag(Buffer.from(cipher.tag, 'base64'));
  try {
    const der = Buffer.concat([decipher.update(Buffer.from(secret, 'base64')), decipher.final()]);
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } catch (cause) {
    throw new CommandError(`${name}: the passphrase is wrong, or the file has been changed`, { cause });
  }
}

function derive(passphrase: string, salt: Buffer, cost: number): Buffer {
  const N = 2 ** cost;
  return scryptSync(passphrase.normalize('NFC'), salt, 32, { N, r: 8, p: 1, maxmem: 256 * N * 8 });
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function writeJson(file: string, value: unknown, mode = 0o644): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`, { mode });
}

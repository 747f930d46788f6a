/**
 * The daily signature. The timestamp says "this is the newest, as of today"; it runs out after a week, so that withholding
 * it is noticed. The snapshot says which targets metadata belongs to it, and is made anew when that changes or it grows old.
 */
import { Metadata, MetaFile, Snapshot, Timestamp } from '@tufjs/models';
import { CommandError } from '../problem.ts';
import { expiryOf, LIFETIME, tufTime } from './roles.ts';
import { SPEC_VERSION } from './root.ts';
import { lacking, type Signer } from './sign.ts';
import { type AnyMetadata, metadataBytes, sha256, type Workshop } from './workshop.ts';

/** The keys of the daily signature are elsewhere: on the machine that publishes. */
export class KeyElsewhere extends CommandError {
  override name = 'KeyElsewhere';
}

export interface Freshened {
  /** Version of the new snapshot, or null when the old one still holds. */
  readonly snapshot: number | null;
  readonly timestamp: number;
  /** What will run out within a month, in words. */
  readonly soon: readonly string[];
}

/**
 * Makes a new timestamp and, where needed, a new snapshot.
 * @throws KeyElsewhere when a key for them is not at hand
 */
export async function freshen(workshop: Workshop, signer: Signer, now: Date): Promise<Freshened> {
  const root = workshop.need('root');
  const targets = workshop.need('targets');
  const before = workshop.latest('snapshot');
  const listed = before?.signed.meta['targets.json']?.version;
  const isOld =
    !before ||
    listed !== targets.signed.version ||
    Date.parse(before.signed.expires) - now.getTime() < (LIFETIME.snapshot * 86_400_000) / 3 ||
    lacking(root, 'snapshot', before, '').length > 0;
  const snapshot = isOld
    ? new Metadata(
        new Snapshot({
          specVersion: SPEC_VERSION,
          version: (before?.signed.version ?? 0) + 1,
          expires: expiryOf('snapshot', now),
          meta: { 'targets.json': metaFile(targets) },
        }),
      )
    : before;
  if (isOld) await signFully(root, 'snapshot', snapshot, signer);
  const timestamp = new Metadata(
    new Timestamp({
      specVersion: SPEC_VERSION,
      version: (workshop.latest('timestamp')?.signed.version ?? 0) + 1,
      expires: expiryOf('timestamp', now),
      snapshotMeta: metaFile(snapshot),
      // Lets a reader whose clock is behind know that it is.
      unrecognizedFields: { issued: tufTime(now) },
    }),
  );
  await signFully(root, 'timestamp', timestamp, signer);
  // The snapshot first: a timestamp must never name what is not there.
  if (isOld) workshop.write('metadata', snapshot);
  workshop.write('metadata', timestamp);
  return {
    snapshot: isOld ? snapshot.signed.version : null,
    timestamp: timestamp.signed.version,
    soon: [root, targets].flatMap(({ signed }) => {
      const days = Math.floor((Date.parse(signed.expires) - now.getTime()) / 86_400_000);
      return days < 31 ? [`${signed.type} metadata runs out in ${days} days (${signed.expires})`] : [];
    }),
  };
}

async function signFully(
  root: ReturnType<Workshop['need']> & AnyMetadata,
  role: 'snapshot' | 'timestamp',
  metadata: AnyMetadata,
  signer: Signer,
): Promise<void> {
  const trusted = root as Parameters<typeof lacking>[0];
  await signer.sign(metadata, trusted.signed.roles[role]?.keyIDs ?? []);
  const missing = lacking(trusted, role, metadata, '');
  if (missing.length > 0) throw new KeyElsewhere(`${role}: ${missing.join('; ')}: its key is not at hand`);
}

function metaFile(metadata: AnyMetadata): MetaFile {
  const bytes = metadataBytes(metadata);
  return new MetaFile({
    version: metadata.signed.version,
    length: bytes.length,
    hashes: { sha256: sha256(bytes) },
  });
}

/** The files of a release: all of it, and what makes the newest of each recent one. The same records give the same bytes. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { bundleSchema, type EntityBundle } from '../../core/dataset/bundle.ts';
import { applyPatch, deltaLines, patchSchema } from '../../core/dataset/delta.ts';
import type { Release } from '../../core/dataset/release.ts';
import {
  headerSchema,
  type ReleaseHeader,
  releaseKey,
  releaseLines,
} from '../../core/dataset/release-lines.ts';
import { CommandError } from '../problem.ts';
import { sha256 } from './workshop.ts';

/** A file as it is signed and served. */
export interface PackedFile {
  readonly bytes: Buffer;
  /** Bytes of its text: what unpacking may give, and not one more. */
  readonly size: number;
}

export interface PackedRelease extends PackedFile {
  readonly version: string;
  readonly key: string;
  readonly header: ReleaseHeader;
  readonly bundles: readonly EntityBundle[];
}

export function packRelease(release: Release): PackedRelease {
  return readText(`${releaseLines(release).join('\n')}\n`);
}

/** Reads a file made by packRelease. */
export function unpackRelease(bytes: Uint8Array): PackedRelease {
  return readText(gunzipSync(bytes).toString('utf8'));
}

/** The header of a file made by packRelease, without reading the rest. */
export function packedHeader(bytes: Uint8Array): ReleaseHeader {
  const text = gunzipSync(bytes);
  return headerSchema().parse(JSON.parse(text.subarray(0, text.indexOf(10)).toString('utf8')));
}

/**
 * What makes `after` of `before`. It is tried before it is returned.
 * @throws CommandError when the result would not be the same to the byte
 */
export function packDelta(before: PackedRelease, after: PackedRelease): PackedFile {
  const lines = deltaLines(before.key, before, after);
  const bundles = new Map(before.bundles.map((bundle) => [bundle.entity.id, bundle]));
  for (const line of lines.slice(1)) {
    const patch = patchSchema().parse(JSON.parse(line));
    const result = applyPatch(bundles.get(patch.id) ?? null, JSON.parse(line));
    if (result) bundles.set(patch.id, result);
    else bundles.delete(patch.id);
  }
  for (const bundle of after.bundles) {
    if (JSON.stringify(bundles.get(bundle.entity.id)) !== JSON.stringify(bundle))
      throw new CommandError(`the delta from ${before.key} does not give ${bundle.entity.id}`);
  }
  if (bundles.size !== after.bundles.length)
    throw new CommandError(`the delta from ${before.key} leaves something over`);
  return pack(`${lines.join('\n')}\n`);
}

function readText(text: string): PackedRelease {
  const [first = '', ...lines] = text.trimEnd().split('\n');
  const header = headerSchema().parse(JSON.parse(first));
  const bundles = lines.map((line): EntityBundle => {
    const raw = JSON.parse(line);
    bundleSchema().parse(raw);
    return raw; // As written, not as parsed: the order of its fields is part of what is signed.
  });
  const file = pack(text);
  return {
    ...file,
    version: header.version,
    key: releaseKey(header.version, sha256(Buffer.from(text))),
    header,
    bundles,
  };
}

function pack(text: string): PackedFile {
  const bytes = gzipSync(text, { level: 9 });
  // The header names the operating system; 255 is "unknown", so that all of them make the same bytes.
  bytes[9] = 255;
  return { bytes, size: Buffer.byteLength(text) };
}

/** Reads a downloaded file into a stage: line by line, each checked, so that nothing waits long and nothing is taken on trust. */
import type { z } from 'zod';
import { bundleSchema, type EntityBundle } from '../core/dataset/bundle.ts';
import {
  type BundlePatch,
  type DeltaHeader,
  deltaHeaderSchema,
  PatchError,
  patchedHeader,
  patchSchema,
} from '../core/dataset/delta.ts';
import { fits } from '../core/dataset/fits.ts';
import { headerSchema, type ReleaseHeader } from '../core/dataset/release-lines.ts';
import { once } from '../core/once/once.ts';
import { UpdateFailure } from './failure.ts';
import type { Download } from './find-release.ts';
import { unpackLines } from './unpack.ts';

/** So many shelves are read in one go: few enough that a card does not wait for them. */
const PATCHES_AT_ONCE = 24;

interface Form<T> {
  readonly schema: z.ZodType<T>;
  readonly fits: (value: unknown) => boolean;
}

const formOf = <T>(schema: z.ZodType<T>): Form<T> => ({ schema, fits: fits(schema) });
/** What is stored are the bytes as they came: with a mark of byte order before it, a bundle could not be read again. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const HEADER = once(() => formOf(headerSchema()));
const DELTA_HEADER = once(() => formOf(deltaHeaderSchema()));
const BUNDLE = once(() => formOf(bundleSchema()));
const PATCH = once(() => formOf(patchSchema()));

/** Where rows go. */
export interface Receiver<Result> {
  /** `json`: the line it was read from, as UTF-8. */
  put(bundle: EntityBundle, json: Uint8Array): Promise<void>;
  /** Some patches at once, in order. */
  patch(patches: readonly BundlePatch[]): Promise<void>;
  finish(): Promise<Result>;
}

export interface ReadOptions<Result> {
  readonly packed: Uint8Array<ArrayBuffer>;
  readonly file: Download;
  /** Header of the release that a delta is put on. */
  readonly before: ReleaseHeader | null;
  /** Opens the place for the release that the header announces. */
  readonly receive: (header: ReleaseHeader) => Promise<Receiver<Result>>;
  /** Called with the rows read so far and, for a whole release, how many there are. */
  readonly onRows?: (rows: number, all: number | null) => void;
}

/** Reads a whole release or a delta; the file says which. @throws UpdateFailure for what does not fit its form or its header */
export async function readRelease<Result>(options: ReadOptions<Result>): Promise<Result> {
  const { packed, file, before, onRows } = options;
  const isDelta = file.from !== undefined;
  const lines = unpackLines(packed, file.size);
  const first = (await lines.next()).value ?? new Uint8Array();
  const header = isDelta
    ? patchedHeader(needed(before, file), readDeltaHeader(first, file))
    : parseLine(HEADER(), first);
  if (header.version !== file.version)
    throw new UpdateFailure('unreadable', `expected version ${file.version}, found ${header.version}`);
  const receiver = await options.receive(header);
  let rows = 0;
  let patches: BundlePatch[] = [];
  for await (const line of lines) {
    if (isDelta) patches.push(parseLine(PATCH(), line));
    else await receiver.put(parseLine(BUNDLE(), line), line);
    if (patches.length === PATCHES_AT_ONCE) {
      await fitting(receiver.patch(patches));
      patches = [];
    }
    rows++;
    if (rows % 100 === 0) onRows?.(rows, isDelta ? null : header.entities);
  }
  if (patches.length > 0) await fitting(receiver.patch(patches));
  return receiver.finish();
}

function needed(before: ReleaseHeader | null, file: Download): ReleaseHeader {
  if (before) return before;
  throw new UpdateFailure('unreadable', `${file.name} needs a release to be put on`);
}

function readDeltaHeader(line: Uint8Array, file: Download): DeltaHeader {
  const header = parseLine(DELTA_HEADER(), line);
  if (header.from === file.from) return header;
  throw new UpdateFailure('unreadable', `expected a delta from ${file.from}, found one from ${header.from}`);
}

/** Returns the line as it was written: the order of its fields is part of its checksum. */
function parseLine<T>(form: Form<T>, line: Uint8Array): T {
  let value: unknown;
  try {
    value = JSON.parse(decoder.decode(line));
  } catch (cause) {
    throw new UpdateFailure('unreadable', 'a line is no JSON', { cause });
  }
  if (form.fits(value)) return value as T; // The schema accepts it.
  const { error } = form.schema.safeParse(value);
  throw new UpdateFailure('unreadable', `a line is of another form: ${String(error).slice(0, 300)}`);
}

async function fitting(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (error instanceof PatchError) throw new UpdateFailure('unreadable', error.message, { cause: error });
    throw error;
  }
}

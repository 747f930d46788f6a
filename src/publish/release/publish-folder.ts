/** Lays a repository out for any static host: signed metadata, the files it lists, change reports, and a page for people. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../problem.ts';
import { filesOf, stillLedTo } from './earlier.ts';
import { fullTarget } from './make-release.ts';
import { fileName, sha256, type Workshop } from './workshop.ts';

export interface Published {
  readonly folder: string;
  readonly version: string;
  /** SHA-256 of the first root: what a reader compares before trusting the address. */
  readonly fingerprint: string;
  readonly files: number;
  readonly bytes: number;
  readonly pruned: readonly string[];
}

/**
 * Copies what is public into `folder`: the newest release, and what a reader may still be led to who came a little earlier.
 * Everything else of ours is deleted there, so that withdrawn text does not stay behind; other files (a CNAME, a licence)
 * are left alone, a page of somebody's own as well.
 * @throws CommandError for the workshop itself, and for a folder of something else
 */
export function publishFolder(workshop: Workshop, folder: string, now: Date): Published {
  expectOurs(workshop, folder);
  const targets = workshop.need('targets').signed;
  const snapshot = workshop.need('snapshot').signed;
  workshop.need('timestamp');
  if (snapshot.meta['targets.json']?.version !== targets.version)
    throw new CommandError('the snapshot does not name the newest targets: run dataset -- timestamp');
  const root = workshop.need('root').signed;
  const earlier = stillLedTo(workshop, now);
  const metadata = [
    ...Array.from({ length: root.version }, (_, i) => fileName('root', i + 1)),
    ...earlier.metadata,
    fileName('targets', targets.version),
    fileName('snapshot', snapshot.version),
  ];
  const files = [...new Set([...earlier.files, ...filesOf(targets)])];
  for (const name of ['metadata', 'targets', 'changes']) mkdirSync(join(folder, name), { recursive: true });
  let bytes = 0;
  const copy = (place: string, name: string) => {
    const from = workshop.path(place, name);
    if (!existsSync(from)) throw new CommandError(`${from} is missing`);
    bytes += readFileSync(from).length;
    // Renamed into place, so that a server which reads this folder meanwhile has the whole file, old or new.
    const arriving = join(folder, place, `.${name}.arriving`);
    copyFileSync(from, arriving);
    renameSync(arriving, join(folder, place, name));
  };
  const [first = '', ...others] = metadata;
  // First: by it a folder is known as this repository's, also when what follows is cut off.
  copy('metadata', first);
  for (const name of files) copy('targets', name);
  for (const name of workshop.names('changes')) copy('changes', name);
  for (const name of others) copy('metadata', name);
  // Last, so that whoever comes in between finds everything that the timestamp leads to.
  copy('metadata', 'timestamp.json');
  const pruned = [
    ...prune(join(folder, 'targets'), files, OUR_TARGETS),
    ...prune(join(folder, 'metadata'), metadata, /^\d+\.(?:targets|snapshot)\.json$/),
  ];
  // Nor does it stay in the workshop, once nothing there leads to it.
  const staged = workshop.latest('targets', 'staged');
  prune(workshop.path('targets'), [...files, ...(staged ? filesOf(staged.signed) : [])], OUR_TARGETS);
  const fingerprint = fingerprintOf(workshop);
  const version = fullTarget(targets)?.version ?? '';
  const page = join(folder, 'index.html');
  if (!existsSync(page) || readFileSync(page, 'utf8').includes(TITLE))
    writeFileSync(page, pageFor(version, fingerprint));
  // GitHub Pages otherwise runs everything through Jekyll.
  writeFileSync(join(folder, '.nojekyll'), '');
  return { folder, version, fingerprint, files: files.length + metadata.length + 1, bytes, pruned };
}

/** What is laid out here later deletes and overwrites by name: a wrong word on the command line shall cost nobody a file. */
function expectOurs(workshop: Workshop, folder: string): void {
  if (!existsSync(folder)) return;
  if (existsSync(workshop.folder) && realpathSync(folder) === realpathSync(workshop.folder))
    throw new CommandError(`${folder} is the workshop itself: name another folder`);
  const first = join(folder, 'metadata', fileName('root', 1));
  if (existsSync(first)) {
    if (sha256(readFileSync(first)) === fingerprintOf(workshop)) return;
    throw new CommandError(
      `${folder} holds what another repository has published (its first root differs): name another folder`,
    );
  }
  // Hidden files are git's and the system's.
  const others = readdirSync(folder).filter((name) => !name.startsWith('.'));
  if (others.length > 0)
    throw new CommandError(
      `${folder} holds other things (${others.slice(0, 3).join(', ')}${others.length > 3 ? ', …' : ''}) and nothing published: name a new or an empty folder (a CNAME of your own can be put there afterwards)`,
    );
}

const OUR_TARGETS = /^[0-9a-f]{64}\..+\.bin$/;

export function fingerprintOf(workshop: Workshop): string {
  return sha256(workshop.bytesOf('metadata', 'root', 1));
}

function prune(folder: string, keep: readonly string[], ours: RegExp): string[] {
  const doomed = readdirSync(folder).filter((name) => ours.test(name) && !keep.includes(name));
  for (const name of doomed) rmSync(join(folder, name));
  return doomed;
}

/** By this the page is known as ours when it is written anew. */
const TITLE = '<title>Sidelight dataset</title>';

function pageFor(version: string, fingerprint: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${TITLE}
<style>body { font: 1rem/1.6 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem } code { overflow-wrap: anywhere }</style>
<h1>Sidelight dataset</h1>
<p>Version ${version}. What changed: <a href="changes/${version}.txt">changes/${version}.txt</a>.</p>
<p>To subscribe, add this page’s address in Sidelight’s settings and compare the fingerprint:</p>
<p><code>${fingerprint}</code></p>
</html>
`;
}

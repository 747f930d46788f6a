/** `npm run licences`: writes docs/licences.md from the lock file. A test fails when it is out of date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isEntry } from './lib/entry.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression; `unknown` when the package states none. */
  readonly licence: string;
  /** Needed for building and testing only. */
  readonly isTool: boolean;
}

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly version?: string;
        readonly license?: string;
        readonly dev?: boolean;
        readonly optional?: boolean;
        readonly devOptional?: boolean;
      }
    >
  >;
}

/** Every package of the lock file, by name. */
export function readPackages(): LockedPackage[] {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock;
  return Object.entries(lock.packages)
    .flatMap(([path, { version, license, dev, optional, devOptional }]) => {
      if (path === '' || version === undefined) return [];
      // Optional ones are programs for one platform: Node itself, a bundler's binary.
      const isTool = dev === true || optional === true || devOptional === true;
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return [{ name, version, licence: license ?? 'unknown', isTool }];
    })
    .sort((a, b) => (a.name === b.name ? (a.version < b.version ? -1 : 1) : a.name < b.name ? -1 : 1));
}

/** The document's text. */
export function licencesDocument(packages: readonly LockedPackage[]): string {
  const shipped = packages.filter(({ isTool }) => !isTool);
  const tools = packages.filter(({ isTool }) => isTool);
  const counts = Map.groupBy(tools, ({ licence }) => licence);
  return `# Licences of what we build on

Made by \`npm run licences\` from package-lock.json; not to be edited.

## In the extension or the maintainers' commands

Some of these are for the commands alone (\`yaml\`, \`@tufjs/models\` and what they bring along).

| package | version | licence |
| ------- | ------- | ------- |
${shipped.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`).join('\n')}

## For building and testing only

${tools.length} packages, none of which is in what readers install:

| licence | packages |
| ------- | -------- |
${[...counts]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([licence, list]) => `| ${licence} | ${[...new Set(list.map(({ name }) => name))].join(', ')} |`)
  .join('\n')}
`;
}

if (isEntry(import.meta.url)) writeFileSync(join(ROOT, 'docs/licences.md'), licencesDocument(readPackages()));

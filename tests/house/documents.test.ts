/** Documents speak of files, commands, stores and permissions that are there. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBuiltJson } from './built.ts';
import { ROOT } from './source-files.ts';

const DOCUMENTS = [
  ...['*.md', 'docs/**/*.md', 'src/**/*.md', '.github/*.md'].flatMap((pattern) =>
    globSync(pattern, { cwd: ROOT }),
  ),
].sort();
/** Words that stand for something in an example. */
const EXAMPLE = /\b(?:ID|SLUG|VERSION|NAME|FILE)\b/;

/** Made by a command or by the build, and rightly not here. */
const MADE_LATER = /^assets\/(?:marks\.css|dataset\/(?:candidates|corrections)\/|dataset\/root\.json)$/;

/** What a document names and is not there. */
function missing(path: string, text: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map((match) => match[1] ?? '')
    .filter((target) => !/^[a-z]+:/i.test(target))
    .filter((target) => !existsSync(join(ROOT, dirname(path), target)));
  const files = [
    ...text.matchAll(/`((?:src|tests|assets|docs|scripts|entrypoints|\.github|\.ci)\/[\w./*@{},-]+)`/g),
  ]
    .map((match) => match[1] ?? '')
    .filter((file) => !EXAMPLE.test(file) && !MADE_LATER.test(file))
    .filter((file) => globSync(file, { cwd: ROOT }).length === 0);
  const commands = [...text.matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)]
    .map((match) => match[1] ?? '')
    .filter((command) => scripts[command] === undefined);
  return [...links, ...files, ...commands.map((command) => `npm run ${command}`)];
}

describe('documents', () => {
  test.each(DOCUMENTS)('%s names nothing that is not there', (path) => {
    expect(missing(path, readFileSync(join(ROOT, path), 'utf8'))).toEqual([]);
  });

  test('are found out when they do', () => {
    const text =
      'See [that](nowhere.md), `src/no/such.ts`, `npm run nothing`, [web](https://a.example), `src/core/*`.';
    expect(missing('README.md', text)).toEqual(['nowhere.md', 'src/no/such.ts', 'npm run nothing']);
  });

  test.each(['README.md', 'CONTRIBUTING.md'])(
    'name in %s only commands that set up what is missing',
    (path) => {
      const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
      const named = [
        ...readFileSync(join(ROOT, path), 'utf8').matchAll(/npm (?:run (?:--silent )?)?([a-z][\w:-]*)/g),
      ]
        .map((match) => match[1] ?? '')
        .filter((command) => scripts[command] !== undefined);
      expect(named.length).toBeGreaterThan(5);
      expect(named.filter((command) => !scripts[`pre${command}`]?.includes('setup.mjs'))).toEqual([]);
    },
  );
});

describe('docs/privacy.md', () => {
  const text = readFileSync(join(ROOT, 'docs/privacy.md'), 'utf8');
  const code = globSync('src/{storage,browser,library}/**/*.ts', { cwd: ROOT }).map((path) =>
    readFileSync(join(ROOT, path), 'utf8'),
  );

  test('lists every database', () => {
    const library = 'sidelight-library';
    const names = code.flatMap((source) => [
      ...[...source.matchAll(/= '(sidelight-[\w-]+)'/g)].map((match) => match[1] ?? ''),
      ...[...source.matchAll(/`\$\{(?:name|LIBRARY)\}(-[\w]+)`/g)].map((match) => `${library}${match[1]}`),
    ]);
    expect(names).toEqual(
      expect.arrayContaining(['sidelight-dataset', library, `${library}-index`, `${library}-dumps`]),
    );
    expect(names.filter((name) => !text.includes(name))).toEqual([]);
  });

  test('knows how many things are kept in storage.local', () => {
    const keys = code.flatMap((source) =>
      source.includes('storage.local')
        ? [...source.matchAll(/^(?:export )?const (?:\w+_)?KEY = '(\w+)'/gm)].map((match) => match[1])
        : [],
    );
    expect(keys.sort()).toEqual([
      'erasing',
      'libraryBackup',
      'linkIndexRelease',
      'noteHints',
      'settings',
      'takenPackage',
    ]);
    const rows = text.split('\n').filter((line) => line.startsWith('|') && line.includes('`storage.local`'));
    expect(rows).toHaveLength(6);
  });

  test.each(['chromium', 'firefox'] as const)(
    'tells what each permission of %s is for, and so does the store',
    (name) => {
      const { permissions, optional_permissions } = readBuiltJson(name, 'manifest.json') as Record<
        string,
        string[]
      >;
      const listing = readFileSync(join(ROOT, 'docs/store/listing.md'), 'utf8');
      for (const permission of [...(permissions ?? []), ...(optional_permissions ?? [])])
        for (const document of [text, listing]) expect(document).toContain(`\`${permission}\``);
    },
  );
});

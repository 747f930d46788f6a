/** Programs of their own: --help says how they are used, and a slip is told in one line, before anything is built or opened. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');

const cases: [script: string, args: string[], status: number, told: RegExp][] = [
  ['scripts/bench/cli.ts', ['--help'], 0, /^usage: npm run bench/],
  ['scripts/bench/cli.ts', ['--foo'], 2, /^Unknown option '--foo' \(--help says/],
  [
    'scripts/bench/cli.ts',
    ['--only', 'sizes,nothing'],
    2,
    /^there is no section nothing; there are: matcher/,
  ],
  ['scripts/bench/cli.ts', ['--from', '/nope.json'], 1, /^there is no file \/nope\.json$/m],
  ['scripts/bench/cli.ts', ['--from', 'README.md'], 1, /README\.md is not what bench --json prints/],
  ['scripts/gallery.ts', ['--help'], 0, /^usage: npm run gallery/],
  ['scripts/gallery.ts', ['--foo'], 2, /^Unknown option '--foo'/],
  ['scripts/gallery.ts', ['here'], 2, /^here is one word too many/],
  ['scripts/gallery.ts', ['--port', 'abc'], 2, /^--port abc: a whole number/],
  ['scripts/gallery.ts', ['--port', '99999'], 2, /^--port 99999: a whole number from 0 to 65535/],
  ['scripts/start.ts', ['--help'], 0, /^usage: npm start/],
  ['scripts/start.ts', ['--foo'], 2, /^sidelight: Unknown option '--foo' \(npm start -- --help/],
  ['scripts/start.ts', ['--browser'], 2, /^sidelight: --browser lacks its value/],
  ['src/publish/annotate.ts', ['--help'], 0, /^usage: npm run --silent annotate/],
  ['src/publish/annotate.ts', ['--foo'], 2, /^Unknown option '--foo'/],
  ['src/publish/annotate.ts', [], 2, /^annotate which files\?/],
  ['src/publish/annotate.ts', ['--date', '2026-02-31', '-'], 2, /^--date 2026-02-31: a day that exists/],
  ['src/publish/annotate.ts', ['--root', 'nowhere', '-'], 1, /^there is no folder .*nowhere$/m],
];

describe('the command line of', () => {
  test.each(cases)('%s %j ends with %i', { timeout: 60_000 }, (script, args, status, told) => {
    const command = ['--disable-warning=ExperimentalWarning', resolve(ROOT, script), ...args];
    const run = spawnSync(process.execPath, command, {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: ROOT },
    });
    const [heard, silent] = status === 0 ? [run.stdout, run.stderr] : [run.stderr, run.stdout];
    expect(heard).toMatch(told);
    if (status !== 0) expect(heard.trim()).not.toContain('\n');
    expect([run.status, silent]).toEqual([status, '']);
  });
});

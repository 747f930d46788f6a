/** The contract of `npm start -- --json`: other tools read it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { MAINLY_CHROMIUM, ROOT } from '../helpers/browser.ts';

const findings = z.looseObject({
  url: z.string(),
  articleDate: z.string().nullable(),
  mentions: z.array(
    z.looseObject({
      text: z.string(),
      entity: z.string(),
      name: z.string(),
      kind: z.string(),
      nth: z.number(),
    }),
  ),
  card: z
    .looseObject({
      entity: z.string(),
      name: z.string(),
      statements: z.array(
        z.looseObject({
          text: z.string(),
          act: z.string(),
          event: z.string().nullable(),
          known: z.string().nullable(),
          group: z.enum(['then', 'since', 'unclear']),
          sources: z
            .array(z.looseObject({ url: z.url(), publisher: z.string(), published: z.string().nullable() }))
            .min(1),
        }),
      ),
    })
    .nullable(),
  timings: z.record(z.string(), z.number()),
});

const folder = mkdtempSync(join(tmpdir(), 'sidelight-start-'));
afterAll(() => rmSync(folder, { recursive: true }));

function start(...args: string[]) {
  const command = ['--disable-warning=ExperimentalWarning', 'scripts/start.ts', ...args];
  return spawnSync(process.execPath, command, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: folder },
  });
}

describe.each(MAINLY_CHROMIUM)('npm start -- --json in %s', (browser) => {
  test('gives the demo article’s mentions and one card, and a picture', () => {
    const { stdout, stderr, status } = start(
      '--json',
      '--browser',
      browser,
      '--screenshot',
      `${browser}.png`,
    );
    expect([status, stderr]).toEqual([0, expect.any(String)]);
    const found = findings.parse(JSON.parse(stdout));
    expect(found.mentions.length).toBeGreaterThan(0);
    expect(found.card?.statements.length).toBeGreaterThan(0);
    expect(found.mentions.map((mention) => mention.entity)).toContain(found.card?.entity);
    expect(statSync(join(folder, `${browser}.png`)).size).toBeGreaterThan(10_000);
  });
});

test('a page without a name is no error', () => {
  const text = 'The village fair drew a large crowd on Sunday, and the weather was kind to it. '.repeat(30);
  writeFileSync(
    join(folder, 'plain.html'),
    `<!doctype html><title>A fair</title><article><h1>A fair</h1><p>${text}</p></article>`,
  );
  const { stdout, status } = start('plain.html', '--json');
  expect(status).toBe(0);
  expect(findings.parse(JSON.parse(stdout))).toMatchObject({ mentions: [], card: null });
});

test('a missing file is named in one line, and nothing is on stdout', () => {
  const { stdout, stderr, status } = start('nowhere.html', '--json');
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('nowhere.html')]);
});

test('an address that does not answer is named', () => {
  const { stdout, stderr, status } = start('http://no-such-host.invalid/', '--json');
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain('cannot open http://no-such-host.invalid/');
});

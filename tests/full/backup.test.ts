/** A scheduled backup, for real: the browser writes the file, and what is in it can be restored. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, test } from 'vitest';
import { findBrowser } from '../../scripts/lib/browsers.mjs';
import { extensionFolder } from '../../scripts/lib/build.mjs';
import { type BrowserWithExtension, launchBrowser } from '../../scripts/lib/launch.ts';
import { readFile } from '../../src/library/files/read-file.ts';
import { BROWSERS, waitFor } from '../helpers/browser.ts';
import { aNote } from '../helpers/notes.ts';
import { callNotes } from '../helpers/notes-page.ts';

const made: string[] = [];
let host: BrowserWithExtension | null = null;
afterEach(async () => {
  await host?.browser.close();
  host = null;
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folder(name: string): string {
  const path = mkdtempSync(join(tmpdir(), `sidelight-${name}-`));
  made.push(path);
  return path;
}

/** The extension with the permission already given: no test can answer the browser's question. */
function allowed(browser: (typeof BROWSERS)[number]): string {
  const path = folder('extension');
  cpSync(extensionFolder(browser, 'testing'), path, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8'));
  manifest.permissions.push('downloads');
  manifest.optional_permissions = [];
  writeFileSync(join(path, 'manifest.json'), JSON.stringify(manifest));
  return path;
}

async function makeBackup(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    interface Api {
      readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
    }
    const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api };
    return (browser ?? chrome)?.runtime.sendMessage({
      sidelight: 'call',
      name: 'makeBackup',
      argument: null,
    });
  });
}

test.each(BROWSERS)('a backup is written and can be read again in %s', async (name) => {
  const executablePath = findBrowser(name);
  if (!executablePath) throw new Error(`there is no ${name}`);
  const downloads = folder('downloads');
  host = await launchBrowser({
    browser: name,
    executablePath,
    extension: allowed(name),
    headless: true,
    preferences: { 'browser.download.dir': downloads, 'browser.download.folderList': 2 },
  });
  const page = await host.openExtensionPage('library.html');
  if (name === 'chromium') {
    const session = await page.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  }
  const notes = ['a', 'b', 'c'].map((id) => aNote({ id, note: `Note ${id}` }));
  for (const note of notes) await callNotes(page, 'saveNote', { note });
  expect(await makeBackup(page)).toEqual({ ok: true, value: { ok: true, reason: null } });
  // Another within the same minute: each has a name of its own, and the state says which is the newest.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect(await makeBackup(page)).toEqual({ ok: true, value: { ok: true, reason: null } });
  const file = await waitFor(
    async () => {
      const found = readdirSync(downloads, { recursive: true, encoding: 'utf8' }).filter(
        (path) => !path.endsWith('.crdownload'),
      );
      return found.find((path) => /\.gz$|^[0-9a-f-]{36}$/.test(path));
    },
    { for: 'the file' },
  );
  const read = await readFile(
    new Blob([readFileSync(join(downloads, file as string))]),
    '2026-11-28T12:00:00.000Z',
  );
  expect(read.problems).toEqual([]);
  expect(read.notes).toEqual(notes);
  const state = await page.evaluate(async () => {
    interface Api {
      readonly storage: { local: { get(key: string): Promise<Record<string, unknown>> } };
    }
    const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api };
    const key = 'libraryBackup';
    return (await (browser ?? chrome)?.storage.local.get(key))?.[key];
  });
  expect(state).toMatchObject({ last: { notes: 3 }, failed: null });
  // Told where to put files, Chromium gives them names of its own.
  if (name === 'chromium') return;
  const names = readdirSync(downloads, { recursive: true, encoding: 'utf8' });
  const backups = names.filter((path) => /sidelight-backup-\d{4}-\d\d-\d\d-\d{6}\.jsonld\.gz$/.test(path));
  expect([backups.length, names.filter((path) => path.endsWith('.gz')).length]).toEqual([2, 2]);
  const newest = backups.sort().at(-1)?.split(/[\\/]/).at(-1);
  expect(state).toMatchObject({ last: { file: newest } });
});

/**
 * `npm run add-page -- SLUG [FILE.html] [--about WORDS]`: makes a page fixture of a file, with what the extension marks on it
 * now as what is expected. Read it before you commit it: what is wrong today is not what is wanted. Without a file, the
 * page that is there already is looked at again. The text has to be one that we may share.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openArticle } from './lib/article.ts';
import { findChromium } from './lib/browsers.mjs';
import { buildExtension } from './lib/build.mjs';
import { callWorker } from './lib/extension-calls.ts';
import { Failure, reportFailure } from './lib/failure.mjs';
import { launchBrowser } from './lib/launch.ts';
import { folderSite, serve } from './lib/serve.ts';

const FOLDER = resolve(import.meta.dirname, '../tests/fixtures/pages');

try {
  await main();
} catch (error) {
  reportFailure(error);
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { about: { type: 'string' } },
  });
  const [slug, file] = positionals;
  if (!slug || !/^[a-z0-9-]+$/.test(slug)) throw new Failure('usage: npm run add-page -- SLUG [FILE.html]');
  const folder = join(FOLDER, slug);
  mkdirSync(folder, { recursive: true });
  if (file) copyFileSync(file, join(folder, 'source.html'));
  if (!existsSync(join(folder, 'source.html'))) throw new Failure(`${slug} has no source.html: name a file`);
  const marks = await marksOn(folder);
  const path = join(folder, 'expected.json');
  const known = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as object) : {};
  const expected = {
    about: values.about ?? 'What is special about this page, in a sentence.',
    steps: [],
    mustNot: [],
    invariants: ['still'],
    ...known,
    must: marks.map((text) => ({ text })),
  };
  writeFileSync(path, `${JSON.stringify(expected, null, 2)}\n`);
  console.log(`${path}: ${marks.length} marks: ${marks.join(', ')}`);
}

/** What is marked on the page now, in reading order. */
async function marksOn(folder: string): Promise<string[]> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Failure('no Chromium found: npm run setup gets one');
  const extension = buildExtension('chromium', 'testing');
  const host = await launchBrowser({ browser: 'chromium', executablePath, extension, headless: true });
  const site = await serve(folderSite(folder));
  try {
    const sender = await host.openExtensionPage('popup.html');
    await callWorker(sender, 'datasetInfo', null);
    const article = await openArticle(host, { sender, url: `${site.origin}/source.html` });
    return (await article.waitForMarks()).mentions.map(({ text }) => text);
  } finally {
    await host.browser.close();
    await site.close();
  }
}

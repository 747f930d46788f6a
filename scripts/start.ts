/**
 * `npm start`: builds the extension and opens a browser with it on the demo article, or on the page given. Without a
 * display (or when asked) it takes a tour of the page instead and says what it found; see start/options.ts.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { UnreachablePage } from './lib/article.ts';
import { type BrowserName, findChromium, findFirefox } from './lib/browsers.mjs';
import { buildExtension } from './lib/build.mjs';
import { ensureBrowser } from './lib/ensure-browser.mjs';
import { reportFailure } from './lib/failure.mjs';
import { type BrowserWithExtension, launchBrowser } from './lib/launch.ts';
import { withLock } from './lib/lock.mjs';
import { folderSite, type PageServer, serve } from './lib/serve.ts';
import { describeCard, describeMentions } from './start/findings.ts';
import { readOptions, type StartOptions, type Target, USAGE, WrongOption } from './start/options.ts';
import { takeTour } from './start/tour.ts';

const args = process.argv.slice(2);
try {
  if (args.includes('--help')) process.stdout.write(USAGE);
  else await run(readOptions(args, process.env));
} catch (error) {
  reportFailure(error);
  if (error instanceof WrongOption) process.exitCode = 2;
}

async function run(options: StartOptions): Promise<void> {
  const name = options.browser ?? (findChromium() || !findFirefox() ? 'chromium' : 'firefox');
  const executablePath = ensureBrowser(name);
  const clock = stopwatch();
  const extension = buildCopy(name);
  clock.lap('build');
  let server: PageServer | null = null;
  let host: BrowserWithExtension | null = null;
  try {
    host = await launchBrowser({ browser: name, executablePath, extension, headless: !options.visible });
    clock.lap('launch');
    if (options.target.type === 'file') server = await serve(folderSite(dirname(options.target.path)));
    const url = addressOf(options.target, server);
    if (options.tour) await tour(host, url, options, clock.laps);
    else await show(host, url);
    if (options.visible && !options.json) await untilClosed(host);
  } finally {
    await host?.browser.close();
    await server?.close();
  }
}

async function tour(
  host: BrowserWithExtension,
  url: string,
  { screenshot, json }: StartOptions,
  timings: Readonly<Record<string, number>>,
): Promise<void> {
  const { report, findings } = await takeTour(host, url, screenshot, timings);
  if (json) {
    process.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
    return;
  }
  console.log(describeMentions(report));
  if (findings.card) console.log(`\n${describeCard(findings.card)}`);
  console.log(`\nPicture: ${screenshot}`);
}

async function show(host: BrowserWithExtension, url: string): Promise<void> {
  const [page = await host.browser.newPage()] = await host.browser.pages();
  try {
    await page.goto(url, { waitUntil: 'domcontentloaded' });
  } catch (cause) {
    throw new UnreachablePage(`cannot open ${url}`, { cause });
  }
  console.log(
    `Sidelight is open on ${url}: point at a marked name. Close the window or press Ctrl+C to stop.`,
  );
}

/** Until the reader has closed the last window. On macOS the browser itself lives on after that. */
function untilClosed({ browser }: BrowserWithExtension): Promise<void> {
  return new Promise((resolve) => {
    browser.on('disconnected', () => resolve());
    browser.on('targetdestroyed', () => {
      if (!browser.targets().some((target) => target.type() === 'page')) resolve();
    });
  });
}

/**
 * Builds, and copies the result out of the way, so that commands started together do not pull it from under each other.
 * The copy goes when the process does, also after Ctrl+C.
 */
function buildCopy(name: BrowserName): string {
  return withLock('build', () => {
    const built = buildExtension(name);
    const copy = mkdtempSync(join(tmpdir(), 'sidelight-'));
    process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
    cpSync(built, copy, { recursive: true });
    return copy;
  });
}

function addressOf(target: Target, server: PageServer | null): string {
  return target.type === 'address'
    ? target.url
    : `${server?.origin}/${encodeURIComponent(basename(target.path))}`;
}

function stopwatch() {
  const laps: Record<string, number> = {};
  let last = performance.now();
  return {
    laps,
    lap(name: string): void {
      laps[name] = performance.now() - last;
      last = performance.now();
    },
  };
}

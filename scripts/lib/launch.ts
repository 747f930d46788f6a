/** Starts either browser with a built extension in it, and opens the extension's own page there. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { BrowserName } from './browsers.mjs';
import { waitFor } from './wait.ts';

export interface LaunchOptions {
  readonly browser: BrowserName;
  readonly executablePath: string;
  /** Folder of the built extension. */
  readonly extension: string;
  readonly headless: boolean;
  /** Firefox preferences beside those needed to run at all. */
  readonly preferences?: Readonly<Record<string, unknown>>;
  /** Command-line arguments beside those needed to run at all. */
  readonly args?: readonly string[];
}

export interface BrowserWithExtension {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** Full address of one of the extension's own pages, such as `popup.html`. */
  extensionUrl(path: string): string;
  /** Opens one of the extension's own pages in a new tab, ready for `evaluate`. */
  openExtensionPage(path: string): Promise<Page>;
}

const VIEWPORT = { width: 1280, height: 900 };

/** The browser makes no request of its own: what is seen on the network is the page's or the extension's. */
const CHROMIUM_ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--lang=en-US',
  `--window-size=${VIEWPORT.width},${VIEWPORT.height}`,
];

const FIREFOX_ARGS = [
  // Without it, the driver may not open moz-extension: pages.
  '--remote-allow-system-access',
  `--width=${VIEWPORT.width}`,
  `--height=${VIEWPORT.height}`,
];

/** Starts the browser with a fresh profile and the extension installed. */
export async function launchBrowser(options: LaunchOptions): Promise<BrowserWithExtension> {
  return options.browser === 'chromium' ? launchChromium(options) : launchFirefox(options);
}

async function launchChromium(options: LaunchOptions): Promise<BrowserWithExtension> {
  const browser = await puppeteer.launch({
    ...common(options),
    // Chrome 137 and later ignore --load-extension; over the debugging pipe an extension can still be installed.
    pipe: true,
    enableExtensions: true,
    ignoreDefaultArgs: options.headless ? [] : ['--enable-automation'],
    args: [...CHROMIUM_ARGS, ...(isRootOnLinux() ? ['--no-sandbox'] : []), ...(options.args ?? [])],
  });
  return closingOnError(browser, async () => {
    const id = await browser.installExtension(options.extension);
    return withPages(options.browser, browser, `chrome-extension://${id}`);
  });
}

async function launchFirefox(options: LaunchOptions): Promise<BrowserWithExtension> {
  const uuid = randomUUID();
  const browser = await puppeteer.launch({
    ...common(options),
    browser: 'firefox',
    args: [...FIREFOX_ARGS, ...(options.args ?? [])],
    extraPrefsFirefox: {
      // The address of extension pages holds an id that Firefox draws at random, unless it is settled before.
      'extensions.webextensions.uuids': JSON.stringify({ [geckoId(options.extension)]: uuid }),
      'intl.accept_languages': 'en-US, en',
      ...options.preferences,
    },
  });
  return closingOnError(browser, async () => {
    await browser.installExtension(options.extension);
    return withPages(options.browser, browser, `moz-extension://${uuid}`);
  });
}

function common(options: LaunchOptions) {
  const { executablePath, headless } = options;
  return { executablePath, headless, defaultViewport: headless ? VIEWPORT : null };
}

async function closingOnError<T>(browser: Browser, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await browser.close();
    throw error;
  }
}

function withPages(name: BrowserName, browser: Browser, origin: string): BrowserWithExtension {
  const extensionUrl = (path: string) => `${origin}/${path}`;
  return {
    name,
    browser,
    extensionUrl,
    openExtensionPage: async (path) => {
      const page = await browser.newPage();
      const url = extensionUrl(path);
      // In Firefox the page loads, but its navigation never reports its end: ask the page itself instead of awaiting it.
      const loading = page.goto(url).then(
        () => null,
        (error: unknown) => (name === 'firefox' ? null : error),
      );
      const failed = name === 'firefox' ? null : await loading;
      if (failed) throw new Error(`the extension has no page ${path}`, { cause: failed });
      await waitFor(() => page.evaluate(isReady, url), { for: `the extension's page ${path}` });
      return page;
    },
  };
}

/** Runs in the page. An error page keeps the address that failed in the location, but not in the document. */
function isReady(url: string): boolean {
  return document.documentURI === url && document.readyState !== 'loading';
}

/** The id that a built extension has in Firefox. */
export function geckoId(extension: string): string {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
}

/** Chromium refuses to start its sandbox as root. */
function isRootOnLinux(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/** What `npm start` was asked to do. */
import { statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseOptions } from '../../src/publish/arguments.ts';
import { UsageError } from '../../src/publish/problem.ts';
import { Failure } from '../lib/failure.mjs';

export const USAGE = `usage: npm start [-- URL-or-file] [options]
  --headless          no window: print what was found, open one card, write a screenshot
  --headed            a window in any case
  --browser NAME      chromium (any Chrome, Chromium or Edge) or firefox
  --screenshot FILE   where the picture goes (.output/sidelight.png); implies --headless unless --headed is given
  --json              one JSON document on stdout, nothing else (run as: npm start --silent -- --json)
`;

export interface StartOptions {
  readonly target: Target;
  readonly browser: 'chromium' | 'firefox' | null;
  readonly visible: boolean;
  /** Look at the page and say what is there, rather than leave the window to the reader. */
  readonly tour: boolean;
  readonly screenshot: string;
  readonly json: boolean;
}

export type Target =
  | { readonly type: 'address'; readonly url: string }
  | { readonly type: 'file'; readonly path: string };

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DEMO = join(ROOT, 'assets/demo/index.html');

/** The command line itself is wrong: exit status 2. */
export class WrongOption extends Failure {
  constructor(message: string) {
    super(`${message} (npm start -- --help lists the options)`);
  }
}

/** @throws Failure when what was asked for cannot be done */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): StartOptions {
  const { values, positionals } = parse(args);
  if (positionals.length > 1) throw new WrongOption(`one page at a time, not ${positionals.length}`);
  if (values.headed && values.headless) throw new WrongOption('--headed and --headless exclude each other');
  const { browser = null } = values;
  if (browser !== null && browser !== 'chromium' && browser !== 'firefox') {
    throw new WrongOption(`--browser is chromium or firefox, not ${browser}`);
  }
  const display = hasDisplay(environment);
  if (values.headed && !display) throw new Failure('--headed needs a display, and there is none');
  const tour = values.headless || values.json || values.screenshot !== undefined || !display;
  return {
    target: readTarget(positionals[0], environment),
    browser,
    visible: values.headed || !tour,
    tour,
    screenshot: fromCaller(values.screenshot, environment) ?? join(ROOT, '.output/sidelight.png'),
    json: values.json,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseOptions(args, {
      headless: { type: 'boolean', default: false },
      headed: { type: 'boolean', default: false },
      browser: { type: 'string' },
      screenshot: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
  } catch (error) {
    throw error instanceof UsageError ? new WrongOption(error.message) : error;
  }
}

function readTarget(given: string | undefined, environment: NodeJS.ProcessEnv): Target {
  if (given !== undefined && /^https?:\/\//i.test(given)) {
    if (!URL.canParse(given)) throw new Failure(`not an address: ${given}`);
    return { type: 'address', url: given };
  }
  if (given !== undefined && /^[a-z][a-z0-9+.-]+:\/\//i.test(given) && !given.startsWith('file:')) {
    throw new Failure(`only http and https addresses and files can be opened, not ${given}`);
  }
  const path = given?.startsWith('file:') ? fileURLToPath(given) : fromCaller(given, environment);
  return { type: 'file', path: existingFile(path ?? DEMO) };
}

function existingFile(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return existingFile(join(path, 'index.html'));
  if (!found?.isFile()) throw new Failure(`there is no file ${path}`);
  return path;
}

/** npm changes into the project's folder; a relative path is meant from where the caller stood. */
function fromCaller(path: string | undefined, environment: NodeJS.ProcessEnv): string | undefined {
  if (path === undefined || isAbsolute(path)) return path;
  return resolve(environment.INIT_CWD ?? '.', path);
}

function hasDisplay(environment: NodeJS.ProcessEnv): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

/** Where the browsers are on this machine. Plain Node 20 and no packages: set-up runs before anything is installed. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Failure } from './failure.mjs';

/**
 * @typedef {'chromium' | 'firefox'} BrowserName
 *
 * Any browser that takes the Chromium build counts as `chromium`: the first four of PATH are what Linux calls them.
 */
const BROWSERS = {
  chromium: {
    override: 'SIDELIGHT_CHROMIUM',
    commands: [
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'microsoft-edge-stable',
      'microsoft-edge',
    ],
    mac: [
      'Chromium.app/Contents/MacOS/Chromium',
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    windows: [
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ],
  },
  firefox: {
    override: 'SIDELIGHT_FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    mac: ['Firefox.app/Contents/MacOS/firefox'],
    windows: ['Mozilla Firefox\\firefox.exe'],
  },
};

/** @returns {string | null} path of a Chromium, Chrome or Edge; null when there is none */
export function findChromium() {
  return findBrowser('chromium');
}

/** @returns {string | null} path of a Firefox; null when there is none */
export function findFirefox() {
  return findBrowser('firefox');
}

/**
 * @param {BrowserName} name
 * @returns {string | null}
 * @throws Failure when the override names a file that does not exist: falling back would test another browser than asked for
 */
export function findBrowser(name) {
  const { override, commands, mac, windows } = BROWSERS[name];
  const chosen = process.env[override];
  if (chosen) {
    if (!existsSync(chosen)) throw new Failure(`${override} names ${chosen}, which does not exist`);
    return chosen;
  }
  if (process.platform === 'darwin') {
    return firstExisting(['/Applications', join(process.env.HOME ?? '', 'Applications')], mac);
  }
  if (process.platform === 'win32') {
    const { ProgramFiles, LOCALAPPDATA } = process.env;
    return firstExisting([ProgramFiles, process.env['ProgramFiles(x86)'], LOCALAPPDATA], windows);
  }
  return firstExisting((process.env.PATH ?? '').split(delimiter), commands);
}

/** The name of the variable that says which browser to use. */
export function overrideOf(name) {
  return BROWSERS[name].override;
}

/** Names are ordered by preference, so they are tried first, folders second. */
function firstExisting(folders, names) {
  for (const name of names) {
    for (const folder of folders) {
      if (folder && existsSync(join(folder, name))) return join(folder, name);
    }
  }
  return null;
}

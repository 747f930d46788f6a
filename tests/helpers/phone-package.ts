/**
 * The testing build for Firefox as Firefox for Android sees it: a copy that first takes away what is missing there, in the
 * worker and in every page of the extension. The list is MDN's compatibility data and Gecko's own schema for Android.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extensionFolder } from '../../scripts/lib/build.mjs';

/** Whole namespaces that are not there. */
export const MISSING_ON_PHONES = ['windows', 'contextMenus', 'menus', 'commands', 'sidebarAction'] as const;

const PRELUDE = 'phone.js';

/** Makes the copy, in a folder of its own below the system's temporary one; the caller removes it. */
export function phonePackage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-phone-'));
  cpSync(extensionFolder('firefox', 'testing'), folder, { recursive: true });
  writeFileSync(
    join(folder, PRELUDE),
    `(${takeAway})(globalThis.browser, ${JSON.stringify(MISSING_ON_PHONES)});`,
  );
  change(join(folder, 'manifest.json'), (text) => {
    const manifest = JSON.parse(text);
    manifest.background.scripts.unshift(PRELUDE);
    return JSON.stringify(manifest);
  });
  for (const page of readdirSync(folder).filter((name) => name.endsWith('.html')))
    change(join(folder, page), (text) => text.replace('<head>', `<head><script src="/${PRELUDE}"></script>`));
  return folder;
}

function change(file: string, by: (text: string) => string): void {
  writeFileSync(file, by(readFileSync(file, 'utf8')));
}

interface Api {
  readonly tabs: { create(properties: object): Promise<unknown> };
  readonly runtime: { getPlatformInfo(): Promise<object> };
}

/** Runs in the extension's contexts, before anything of the extension. */
function takeAway(api: Api, missing: readonly string[]): void {
  for (const name of missing)
    Object.defineProperty(api, name, { value: undefined, configurable: true, writable: true });
  const { create } = api.tabs;
  api.tabs.create = (properties) => {
    if ('openerTabId' in properties)
      throw new Error('Property "openerTabId" is unsupported by Firefox for Android');
    return create(properties);
  };
  const { getPlatformInfo } = api.runtime;
  api.runtime.getPlatformInfo = async () => ({ ...(await getPlatformInfo()), os: 'android' });
}

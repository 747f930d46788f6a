/** Which version of the extension the bundled release was taken from, noted in storage.local when it was. */
import { browser } from 'wxt/browser';

const KEY = 'takenPackage';

/** False after an update of the extension, until packageTaken: the browser tells of an update only once. */
export async function isPackageTaken(): Promise<boolean> {
  return (await browser.storage.local.get(KEY))[KEY] === browser.runtime.getManifest().version;
}

export async function packageTaken(): Promise<void> {
  await browser.storage.local.set({ [KEY]: browser.runtime.getManifest().version });
}

/** The state of scheduled backups in storage.local, and the permission they need. */
import { browser } from 'wxt/browser';
import { type BackupState, parseBackupState } from '../core/settings/backup.ts';

const KEY = 'libraryBackup';

export async function readBackupState(): Promise<BackupState> {
  return parseBackupState((await browser.storage.local.get(KEY))[KEY]);
}

export async function changeBackupState(change: (state: BackupState) => BackupState): Promise<BackupState> {
  const state = change(await readBackupState());
  await browser.storage.local.set({ [KEY]: state });
  return state;
}

export function onBackupStateChanged(callback: (state: BackupState) => void): void {
  browser.storage.onChanged.addListener((changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && KEY in changes) callback(parseBackupState(changes[KEY]?.newValue));
  });
}

/** Whether this browser writes files for extensions. Firefox for Android has the interface, and nothing behind it. */
export async function canWriteFiles(): Promise<boolean> {
  return (await browser.runtime.getPlatformInfo()).os !== 'android';
}

/** Asks for the permission to write files; only from within a click. False when the person declines. */
export function askForDownloads(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['downloads'] });
}

export function mayDownload(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['downloads'] });
}

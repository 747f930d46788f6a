/** Backups as the two browsers need them: Chromium's worker has no object URLs, a hidden page makes the file; Firefox's has. */
import { browser } from 'wxt/browser';
import { backupFailure } from '../core/settings/backup.ts';
import type { BackupToPage, BuiltBackup } from '../messages/backup-to-worker.ts';
import { createCaller } from '../messages/caller.ts';
import { holdHiddenPage, needsHiddenPage } from './hidden-page.ts';

/** The hidden page that holds the file of a backup, until it is written. */
let letGo: (() => void) | null = null;

/** Builds the file where it can be built; `here` does it in this context. */
export async function buildBackup(here: () => Promise<BuiltBackup>): Promise<BuiltBackup> {
  if (!needsHiddenPage()) return here();
  letGo ??= await holdHiddenPage();
  const caller = createCaller<BackupToPage>((message) => browser.runtime.sendMessage(message), {
    timeout: 120_000,
    retries: 2,
  });
  try {
    return await caller.buildBackup(null);
  } catch (error) {
    letPageGo();
    throw error;
  }
}

function letPageGo(): void {
  letGo?.();
  letGo = null;
}

export async function releaseBackup(url: string): Promise<void> {
  if (needsHiddenPage()) letPageGo();
  else URL.revokeObjectURL(url);
}

/** Hands the file to the browser; resolves with its size and its name once it is on the disk. */
export async function download(url: string, name: string): Promise<{ bytes: number; name: string }> {
  const id = await browser.downloads.download({
    url,
    filename: `Sidelight/${name}`,
    saveAs: false,
    conflictAction: 'uniquify',
  });
  return new Promise((resolve, reject) => {
    const look = async () => {
      const [item] = await browser.downloads.search({ id });
      if (item?.state === 'complete')
        finish(() =>
          resolve({
            bytes: item.fileSize > 0 ? item.fileSize : item.bytesReceived,
            // A whole path, as the system writes it.
            name: item.filename.split(/[\\/]/).at(-1) || name,
          }),
        );
      else if (item?.state === 'interrupted') finish(() => reject(backupFailure('not-written', item.error)));
      else if (!item) finish(() => reject(backupFailure('removed')));
    };
    const finish = (end: () => void) => {
      clearInterval(timer);
      end();
    };
    // Asked for rather than listened to: events that fall into a restart of the worker are lost.
    const ask = () => void look().catch((error: unknown) => finish(() => reject(error)));
    const timer = setInterval(ask, 300);
    ask();
  });
}

const ALARM = 'library-backup';

/** Calls back about once an hour, as long as the browser runs. */
export function onBackupAlarm(callback: () => void): void {
  browser.alarms?.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) callback();
  });
  void makeAlarm().catch((error: unknown) => console.error('sidelight: no alarm for backups', error));
}

/** One that is there goes on: made anew at each start, it would wake the worker a minute after each start, for ever. */
async function makeAlarm(): Promise<void> {
  if (!(await browser.alarms?.get(ALARM)))
    await browser.alarms?.create(ALARM, { delayInMinutes: 1, periodInMinutes: 60 });
}

/** The toolbar's sign that backups have stopped, which `words` say; null takes it away. */
export async function showBackupAlarm(words: string | null): Promise<void> {
  const on = words !== null;
  await browser.action.setBadgeText({ text: on ? '!' : '' });
  await browser.action.setTitle({ title: words ?? 'Sidelight' });
  if (on) await browser.action.setBadgeBackgroundColor({ color: '#a3221a' });
}

/** Backups as the two browsers need them: Chromium's worker has no object URLs, a hidden page makes the file; Firefox's has. */
import { browser } from 'wxt/browser';
import { backupFailure } from '../core/settings/backup.ts';
import type { BackupToPage, BuiltBackup } from '../messages/backup-to-worker.ts';
import { createCaller } from '../messages/caller.ts';

const PAGE = 'backup-file.html';

interface Offscreen {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
  hasDocument?(): Promise<boolean>;
}

/** Chromium only. */
function offscreen(): Offscreen | null {
  return (
    ((globalThis as { chrome?: { offscreen?: Offscreen } }).chrome?.offscreen as Offscreen | undefined) ??
    null
  );
}

/** Builds the file where it can be built; `here` does it in this context. */
export async function buildBackup(here: () => Promise<BuiltBackup>): Promise<BuiltBackup> {
  const page = offscreen();
  if (!page) return here();
  if (!(await page.hasDocument?.()))
    await page.createDocument({
      url: PAGE,
      reasons: ['BLOBS'],
      justification: 'Makes the file of a scheduled backup.',
    });
  const caller = createCaller<BackupToPage>((message) => browser.runtime.sendMessage(message), {
    timeout: 120_000,
    retries: 2,
  });
  return caller.buildBackup(null);
}

export async function releaseBackup(url: string): Promise<void> {
  const page = offscreen();
  if (page) await page.closeDocument().catch(() => undefined);
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

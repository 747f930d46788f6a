/** One alarm, for looking for updates; and keeping the worker awake while it does. */
import { browser } from 'wxt/browser';

const NAME = 'updates';
/** Chromium stops a worker that has not used the extension API for 30 s. */
const NUDGE = 20_000;

/** Minutes until a worker is woken again that was stopped before it could say when to. */
const AGAIN = 30;

/** Wakes the worker at this time (milliseconds since 1970), and again until another time is set; null: not any more. */
export async function setUpdateAlarm(when: number | null): Promise<void> {
  if (when === null) await browser.alarms.clear(NAME);
  else await browser.alarms.create(NAME, { when, periodInMinutes: AGAIN });
}

export function onUpdateAlarm(callback: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === NAME) callback();
  });
}

/** Keeps the worker from being stopped until the returned function is called. */
export function keepAwake(): () => void {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), NUDGE);
  return () => clearInterval(timer);
}

export function onStartup(callback: () => void): void {
  browser.runtime.onStartup.addListener(callback);
}

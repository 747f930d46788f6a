/**
 * Whether the scout begins on every page, or only on those that a glance has not settled (page/scout/glance.ts). A glance knows
 * nothing of the reader: where notes are kept, which may be on pages of every kind, and where whole sites are to be read whatever
 * they look like, it is not enough. Most readers have neither.
 */
import type { Settings } from '../core/settings/settings.ts';

export interface ScoutEverywhereHost {
  /** What pages read. Hints of pages with notes are undefined when they could not be read. */
  read(): Promise<{ readonly settings: Settings; readonly hints: string | undefined }>;
  /** Whether the browser brings the script that says so to every page. It forgets that with each update of the extension. */
  isOn(): Promise<boolean>;
  turnOn(): Promise<void>;
  turnOff(): Promise<void>;
  /** Brings it to the pages that are open. */
  serveOpenTabs(): Promise<void>;
}

export interface ScoutEverywhere {
  /** Looks whether it is needed, and sees to it. One look at a time. */
  follow(): Promise<void>;
}

export function createScoutEverywhere(host: ScoutEverywhereHost): ScoutEverywhere {
  let last: Promise<void> = Promise.resolve();
  const look = async () => {
    const { settings, hints } = await host.read();
    if (hints === undefined) return;
    const isNeeded = settings.enabled && (hints !== '' || Object.values(settings.sites).includes('always'));
    if (isNeeded === (await host.isOn())) return;
    if (!isNeeded) return host.turnOff();
    await host.turnOn();
    await host.serveOpenTabs();
  };
  return {
    follow() {
      const now = last.then(look);
      last = now.catch(() => undefined);
      return now;
    },
  };
}

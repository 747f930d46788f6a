/** What the settings page needs of the browser: shortcuts. */
import { browser } from 'wxt/browser';

interface WithShortcutSettings {
  readonly commands?: { readonly openShortcutSettings?: () => Promise<void> };
}

export const BROWSER = import.meta.env.FIREFOX ? 'firefox' : 'chrome';

/** The commands and their keys. Null where there are none: Firefox for Android. */
export const listCommands = browser.commands ? allCommands : null;

async function allCommands() {
  const commands = await browser.commands.getAll();
  return commands.map(({ name = '', description = '', shortcut = '' }) => ({ name, description, shortcut }));
}

/** Shows the browser's own page for shortcuts. Null in a Firefox that has no way to it for extensions (before 137). */
export const openShortcuts = BROWSER === 'chrome' ? openInChrome : shortcutSettingsOfFirefox();

async function openInChrome(): Promise<void> {
  await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

function shortcutSettingsOfFirefox(): (() => Promise<void>) | null {
  // The types know Chrome's interface alone.
  const open = (browser as unknown as WithShortcutSettings).commands?.openShortcutSettings;
  return open ? () => open() : null;
}

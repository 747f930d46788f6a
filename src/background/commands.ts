/** Keyboard commands of the browser, for the tab the person looks at: to the next or previous mention, and pause. */
import { createCaller } from '../messages/caller.ts';
import type { CallMessage, Calls } from '../messages/envelope.ts';
import type { ToPage } from '../messages/to-page.ts';

/** Runs a command by name; unknown ones are ignored. Pages without our script (settings, stores) have nothing to move in. */
export async function runCommand(
  command: string,
  activeTab: () => Promise<number | null>,
  sendToTab: (tab: number) => (message: CallMessage) => Promise<unknown>,
): Promise<void> {
  const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  const tab = run ? await activeTab() : null;
  if (!run || tab === null) return;
  // Nobody answers on such pages; that is no failure.
  await run(createCaller<ToPage>(sendToTab(tab), { timeout: 2000, retries: 0 })).catch(() => undefined);
}

const COMMANDS: Readonly<Record<string, (page: Calls<ToPage>) => Promise<unknown>>> = {
  'next-mention': (page) => page.step({ direction: 'next' }),
  'previous-mention': (page) => page.step({ direction: 'previous' }),
  pause: (page) => page.pause(null),
};

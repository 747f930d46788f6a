/** Keyboard commands of the browser: move to the next or previous mention in the tab the person looks at. */
import { createCaller } from '../messages/caller.ts';
import type { CallMessage } from '../messages/envelope.ts';
import type { ToPage } from '../messages/to-page.ts';

/** Runs a command by name; unknown ones are ignored. Pages without our script (settings, stores) have nothing to move in. */
export async function stepInActiveTab(
  command: string,
  activeTab: () => Promise<number | null>,
  sendToTab: (tab: number) => (message: CallMessage) => Promise<unknown>,
): Promise<void> {
  const direction = command === 'next-mention' ? 'next' : command === 'previous-mention' ? 'previous' : null;
  const tab = direction === null ? null : await activeTab();
  if (direction === null || tab === null) return;
  const page = createCaller<ToPage>(sendToTab(tab), { timeout: 2000, retries: 0 });
  // Nobody answers on such pages; that is no failure.
  await page.step({ direction }).catch(() => undefined);
}

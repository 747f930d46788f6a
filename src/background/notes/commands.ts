/** The key and the menu that save: the notes script is brought into the frame, then asked. */
import { createCaller } from '../../messages/caller.ts';
import type { CallMessage } from '../../messages/envelope.ts';
import type { NotesToPage } from '../../messages/notes-to-page.ts';

export const SAVE_COMMAND = 'save-selection';
export const MENUS = { selection: 'save-selection', page: 'save-page' } as const;

export interface SaveHost {
  inject(tab: number, frame: number): Promise<void>;
  sendToFrame(tab: number, frame: number): (message: CallMessage) => Promise<unknown>;
}

/** Saves what is selected in a frame, or a note on its page. Pages that take no script (settings, stores) are left alone. */
export async function saveInFrame(
  host: SaveHost,
  what: 'saveSelection' | 'savePage',
  tab: number,
  frame: number,
): Promise<void> {
  await host.inject(tab, frame);
  const page = createCaller<NotesToPage>(host.sendToFrame(tab, frame), { timeout: 10_000, retries: 0 });
  await page[what](null);
}

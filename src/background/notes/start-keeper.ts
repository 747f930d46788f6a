/** Joins the keeper to the browser: messages, the key, the menu. The entrypoint hands in the browser's own things. */

import type { ReplyMessage } from '../../messages/envelope.ts';
import type { NotesToWorker } from '../../messages/notes-to-worker.ts';
import { createReceiver } from '../../messages/receiver.ts';
import { notesArguments } from './arguments.ts';
import { MENUS, SAVE_COMMAND, type SaveHost, saveInFrame } from './commands.ts';
import { createKeeper, type KeeperHost, type NotesSender } from './keeper.ts';

export interface KeeperBrowser extends KeeperHost, SaveHost {
  /** What every call has to wait for; it never rejects. */
  readonly ready: Promise<unknown>;
  activeTab(): Promise<number | null>;
  onCommand(callback: (command: string) => void): void;
  onMenu(callback: (id: string, tab: number, frame: number) => void): void;
  report(error: unknown, what: string): void;
}

/** Starts listening; returns what answers the notes' messages. */
export function startKeeper<S extends NotesSender>(
  host: KeeperBrowser,
  mayCall: (sender: S) => boolean,
): (message: unknown, sender: S) => Promise<ReplyMessage> | null {
  const save = (what: 'saveSelection' | 'savePage', tab: number, frame: number) =>
    // Pages that take no script (settings, stores) refuse; nothing could be saved there.
    void saveInFrame(host, what, tab, frame).catch((error: unknown) => host.report(error, what));
  host.onCommand((command) => {
    if (command !== SAVE_COMMAND) return;
    void host
      .activeTab()
      .then((tab) => tab !== null && save('saveSelection', tab, 0))
      .catch((error: unknown) => host.report(error, command));
  });
  host.onMenu((id, tab, frame) => {
    if (id === MENUS.selection) save('saveSelection', tab, frame);
    if (id === MENUS.page) save('savePage', tab, frame);
  });
  return createReceiver<NotesToWorker, S>({
    handlers: createKeeper(host),
    parse: notesArguments,
    mayCall,
    ready: host.ready,
    report: host.report,
  });
}

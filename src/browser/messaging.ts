/** Messages over browser.runtime and browser.tabs. */

import type { CallMessage, ReplyMessage } from '../messages/envelope.ts';
import { browser } from './page-api.ts';

/** Who sent a message, as far as the checks need it. */
export interface Sender {
  /** The sending extension. */
  readonly extension: string | undefined;
  readonly tab: number | undefined;
  readonly frame: number | undefined;
  /** The sending page's address; of a frame without one of its own (about:srcdoc), the address it came from. */
  readonly url: string | undefined;
  /** True for the extension's own pages (popup, panel, settings), false for content scripts. */
  readonly ownPage: boolean;
  /** From a private window. */
  readonly isPrivate: boolean;
}

export function sendToWorker(message: CallMessage): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

export function sendToTab(tab: number): (message: CallMessage) => Promise<unknown> {
  return (message) => browser.tabs.sendMessage(tab, message, { frameId: 0 });
}

/**
 * Answers messages with `receive` until the signal aborts; null means that the message is none of ours, undefined that there is
 * nobody to answer after all. The callback style is the one that works in Chrome, in Firefox, through the polyfill and in WXT's fake browser alike.
 */
export function answerMessages(
  receive: (message: unknown, sender: Sender) => Promise<ReplyMessage | undefined> | null,
  signal?: AbortSignal,
): void {
  const listener: Parameters<typeof browser.runtime.onMessage.addListener>[0] = (
    message: unknown,
    from,
    sendResponse,
  ) => {
    const reply = receive(message, {
      extension: from.id,
      tab: from.tab?.id,
      frame: from.frameId,
      url: readableUrl(from.url, origin(from)),
      isPrivate: from.tab?.incognito ?? false,
      ownPage: from.url?.startsWith(browser.runtime.getURL('/')) ?? false,
    });
    if (!reply) return undefined;
    void reply.then(sendResponse);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

/** The origin that Chromium tells of a sender. */
function origin(sender: object): string | undefined {
  const { origin: found } = sender as { origin?: unknown };
  return typeof found === 'string' ? found : undefined;
}

function readableUrl(url: string | undefined, from: string | undefined): string | undefined {
  return url !== undefined && /^(?:about|blob|data):/.test(url) && from !== undefined && from !== 'null'
    ? `${from}/`
    : url;
}

/** False once the extension was updated, disabled or removed under this page: then nothing of it answers any more. */
export function isConnected(): boolean {
  return browser.runtime?.id !== undefined;
}

/** This extension's id, for checking senders. */
export function ownId(): string {
  return browser.runtime.id;
}

/** Messages sent from the extension's own page, the way its popup sends them. */
import type { Page } from 'puppeteer-core';
import type { CallMessage, ReplyMessage } from '../../src/messages/envelope.ts';
import type { NotesToWorker } from '../../src/messages/notes-to-worker.ts';
import type { ToPage } from '../../src/messages/to-page.ts';
import type { ToWorker } from '../../src/messages/to-worker.ts';

/** Calls the content script of a tab's main frame. Rejects with the failure's words. */
export async function callPage<K extends keyof ToPage>(
  sender: Page,
  tab: number,
  name: K,
  argument: Parameters<ToPage[K]>[0],
): Promise<ReturnType<ToPage[K]>> {
  return readReply(name, await sender.evaluate(sendToTab, tab, aCall(name, argument)));
}

/** Calls the worker. Rejects with the failure's words. */
export async function callWorker<K extends keyof ToWorker>(
  sender: Page,
  name: K,
  argument: Parameters<ToWorker[K]>[0],
): Promise<ReturnType<ToWorker[K]>> {
  return readReply(name, await sender.evaluate(sendToWorker, aCall(name, argument)));
}

/** The same, with the milliseconds that the page waited: what the driver takes to hand over the argument is not the worker's. */
export async function timeCall<K extends keyof ToWorker>(
  sender: Page,
  name: K,
  argument: Parameters<ToWorker[K]>[0],
): Promise<{ readonly milliseconds: number; readonly reply: ReturnType<ToWorker[K]> }> {
  const { milliseconds, reply } = await sender.evaluate(timeWorker, aCall(name, argument));
  return { milliseconds, reply: readReply(name, reply) };
}

/** Calls the worker's protocol for notes. Rejects with the failure's words. */
export async function callNotes<K extends keyof NotesToWorker>(
  sender: Page,
  name: K,
  argument: Parameters<NotesToWorker[K]>[0],
): Promise<ReturnType<NotesToWorker[K]>> {
  return readReply(name, await sender.evaluate(sendToWorker, aCall(name, argument)));
}

export interface OpenTab {
  readonly id: number;
  /** Left out while there is none yet, and for pages that the extension may not read. */
  readonly url?: string;
}

/** The tabs that do not show one of the extension's own pages, nor are about to: it opens one of itself when it is installed. */
export function openTabs(sender: Page): Promise<OpenTab[]> {
  return sender.evaluate(listTabs);
}

function aCall(name: string, argument: unknown): CallMessage {
  return { sidelight: 'call', name, argument };
}

/** The protocol's types are the receiver's promise: what comes through the driver is plain JSON. */
function readReply<T>(name: string, reply: ReplyMessage | null | undefined): T {
  if (!reply) throw new Error(`${name}: nobody answered`);
  if (!reply.ok) throw new Error(`${name}: ${reply.code}: ${reply.message}`);
  return reply.value as T;
}

// What follows runs in the extension's page: each function carries everything it needs.

interface ExtensionApi {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly tabs: {
    query(filter: object): Promise<{ id?: number; url?: string; pendingUrl?: string }[]>;
    sendMessage(tab: number, message: unknown, options: { frameId: number }): Promise<unknown>;
  };
}

async function sendToTab(tab: number, message: CallMessage): Promise<ReplyMessage | null> {
  const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi };
  const reply = await (browser ?? chrome)?.tabs.sendMessage(tab, message, { frameId: 0 });
  return (reply as ReplyMessage | undefined) ?? null;
}

async function sendToWorker(message: CallMessage): Promise<ReplyMessage | null> {
  const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi };
  return ((await (browser ?? chrome)?.runtime.sendMessage(message)) as ReplyMessage | undefined) ?? null;
}

async function timeWorker(message: CallMessage) {
  const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi };
  const start = performance.now();
  const reply = (await (browser ?? chrome)?.runtime.sendMessage(message)) as ReplyMessage | undefined;
  return { milliseconds: performance.now() - start, reply: reply ?? null };
}

async function listTabs(): Promise<OpenTab[]> {
  const { browser, chrome } = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi };
  const tabs = await (browser ?? chrome)?.tabs.query({});
  return (tabs ?? []).flatMap(({ id, url, pendingUrl }) => {
    const isOwn = [url, pendingUrl].some((address) => address?.startsWith(location.origin));
    return isOwn || id === undefined ? [] : [{ id, ...(url && { url }) }];
  });
}

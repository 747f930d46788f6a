/** The real worker of the extension is stopped from outside, whatever it is doing: Chromium's service worker, Firefox's event page. */
import type { Browser } from 'puppeteer-core';
import { extensionFolder } from '../../scripts/lib/build.mjs';
import { geckoId } from '../../scripts/lib/launch.ts';
import type { TestBrowser } from './browser.ts';

/** Resolves once it is gone; the next message to it starts it anew. Nothing happens while none runs. */
export async function stopWorker({ name, browser }: TestBrowser): Promise<void> {
  if (name === 'firefox') return stopEventPage(browser, geckoId(extensionFolder(name, 'testing')));
  const target = browser.targets().find((each) => each.type() === 'service_worker');
  await (await target?.worker())?.close().catch(isGone);
}

/** It may be gone before the driver lets go of it: then the driver asks for a session that is no more. */
function isGone(error: unknown): void {
  if (!String(error).includes('No session with given id')) throw error;
}

/**
 * By the browser's own means for an event page that was idle for long enough, told not to ask whether it is. Only the
 * browser's own windows know them; the driver is let into those by --remote-allow-system-access.
 */
async function stopEventPage(browser: Browser, id: string): Promise<void> {
  const { connection } = browser as unknown as { readonly connection: FirefoxConnection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = tree.result.contexts?.[0]?.context;
  if (context === undefined) throw new Error('Firefox shows no window of its own');
  const { result } = await connection.send('script.evaluate', {
    expression: `(async (id) => {
      const { extension } = WebExtensionPolicy.getByID(id);
      await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      return extension.backgroundState;
    })(${JSON.stringify(id)})`,
    target: { context },
    awaitPromise: true,
  });
  if (typeof result.result?.value !== 'string')
    throw new Error(`the event page could not be stopped: ${JSON.stringify(result)}`);
}

/** What is used of the driver's connection: its types know neither the scope nor that it answers this. */
interface FirefoxConnection {
  send(
    method: string,
    parameters: object,
  ): Promise<{
    readonly result: {
      readonly contexts?: readonly { readonly context: string }[];
      readonly result?: { readonly value?: unknown };
    };
  }>;
}

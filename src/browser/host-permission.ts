/** May the extension send requests to this address? Without it, Firefox would add the install's own id to each of them. */
import { browser } from 'wxt/browser';

/** True when requests to the address's host are allowed. */
export async function hasHostPermission(address: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [originPattern(address)] });
}

/** Asks the reader. Only from a click in one of the extension's own pages. */
export async function askHostPermission(address: string): Promise<boolean> {
  return browser.permissions.request({ origins: [originPattern(address)] });
}

function originPattern(address: string): string {
  // A match pattern has no port: it means all of them.
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

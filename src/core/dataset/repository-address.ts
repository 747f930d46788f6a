/** Addresses of dataset repositories: a folder on a web server, over https (plain http only on this machine, for trying). */

const HTTPS = /^https:\/\/[a-z0-9.-]+(?::\d{1,5})?\/(?:[\w.~%-]+\/)*$/i;
const LOOPBACK = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?\/(?:[\w.~%-]+\/)*$/i;

/** True for what normalRepositoryAddress gives: no user, no query, no fragment, no way up, a slash at the end. */
export function isRepositoryAddress(text: string): boolean {
  return text.length <= 300 && (HTTPS.test(text) || LOOPBACK.test(text)) && !/\/\.{1,2}\//.test(text);
}

/** The address as it is kept; null when it cannot be one. What is missing (https://, the last slash) is put in. */
export function normalRepositoryAddress(typed: string): string | null {
  const text = typed.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const address = withScheme.endsWith('/') ? withScheme : `${withScheme}/`;
  return isRepositoryAddress(address) ? address : null;
}

/** `example.org` of an address, for people. */
export function hostOfAddress(address: string): string {
  return /^https?:\/\/([^/]+)/i.exec(address)?.[1] ?? address;
}

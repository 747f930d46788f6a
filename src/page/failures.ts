/**
 * What goes wrong in a page. Its console is the page's: an error of ours there would be taken for one of the site's. So it
 * is said where only those see it who look for it (the console's verbose level); what went wrong in the worker is in its log.
 */
export function quietly(what: string, error: unknown): void {
  console.debug(`sidelight: ${what}`, error);
}

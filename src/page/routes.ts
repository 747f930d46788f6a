/** Routes that change without a reload. */

/**
 * Calls back when the page's address may have changed, until the signal aborts. A navigation object tells of every change,
 * pushState included, which has no event of its own; without one, of what events there are.
 */
export function watchRoutes(window: Window | null, onRoute: () => void, signal: AbortSignal): void {
  if (window?.navigation) window.navigation.addEventListener('currententrychange', onRoute, { signal });
  else for (const event of ['popstate', 'hashchange']) window?.addEventListener(event, onRoute, { signal });
}

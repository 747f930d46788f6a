/** One key for the many addresses of a page, so that notes are found again under another one of them. */

/** Parameters that say where a reader came from, not what they read. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_ga|ref|ref_src|cmpid|ito|ocid|smid|share|sh)$/i;

/** Scheme, www, m, amp, tracking parameters, fragment (unless a script routes by it) and a slash at the end left out; the other parameters sorted. */
export function pageKey(url: string): string {
  const match = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([^/?#]*)([^?#]*)(?:\?([^#]*))?(#[!/].*)?/i.exec(
    url.trim(),
  );
  if (!match) return url.trim().toLowerCase();
  const [, host = '', path = '', query = '', route = ''] = match;
  const kept = query
    .split('&')
    .filter((part) => part !== '' && !TRACKING.test(part.split('=')[0] ?? ''))
    .sort();
  const plainHost = host
    .toLowerCase()
    .replace(/^(?:www|m|mobile|amp)\./, '')
    .replace(/:(?:80|443)$/, '');
  const plainPath = path.replace(/\/(?:amp|index\.html?)\/?$/i, '').replace(/\/+$/, '');
  return plainHost + plainPath + (kept.length > 0 ? `?${kept.join('&')}` : '') + route.replace(/:~:.*$/, '');
}

/** The keys of a page by all addresses it goes by; a canonical address that names only the site is none of the page's. */
export function pageKeys(urls: readonly (string | null)[]): string[] {
  const keys = urls.filter((url) => url !== null).map(pageKey);
  const [own = ''] = keys;
  return [...new Set(keys.filter((key, i) => i === 0 || key.includes('/') || !own.includes('/')))];
}

/** Where a page is. From document.URL: a location object, once asked for, costs a page half a millisecond to make. */

import { type Settings, siteRule } from '../core/settings/settings.ts';
import { addressOf } from './read/past-fields.ts';

/** The host name that site rules are kept by; empty for a frame without an address of its own. */
export function hostOf(document: Document): string {
  return URL.parse(addressOf(document))?.hostname ?? '';
}

/** The reader's rule for the page's site, or null. Most readers have none for any, and then nothing is looked up. */
export function ruleHere(settings: Settings, document: Document): ReturnType<typeof siteRule> {
  for (const _ in settings.sites) return siteRule(settings, hostOf(document));
  return null;
}

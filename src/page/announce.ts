/**
 * What a screen reader is told, politely and once: how much was found, and that the page is paused. Through the browser's
 * own ariaNotify and never through a live region, which would have to be written into the page.
 */
import { ANNOUNCE } from './words.ts';

export interface Announcer {
  /** Says how many mentions of how many entities there are; only the first time that there are any at an address. */
  found(mentions: readonly { readonly entity: string }[]): void;
  paused(paused: boolean): void;
}

/** Not yet in the DOM types. */
type WithNotify = Document & { ariaNotify?: (message: string) => void };

export function createAnnouncer(document: Document): Announcer {
  let told: string | null = null;
  const say = (message: string) => (document as WithNotify).ariaNotify?.(message);
  return {
    found(mentions) {
      const { href } = document.location;
      if (mentions.length === 0 || told === href) return;
      told = href;
      say(ANNOUNCE.found(mentions.length, new Set(mentions.map(({ entity }) => entity)).size));
    },
    paused: (paused) => say(paused ? ANNOUNCE.paused : ANNOUNCE.goesOn),
  };
}

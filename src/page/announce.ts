/**
 * What a screen reader is told, politely and once: how much was found, and that the page is paused. Through the browser's
 * own ariaNotify and never through a live region, which would have to be written into the page.
 */
import type { Announced, Announcement } from '../messages/to-worker.ts';

export interface Announcer {
  /**
   * Says how many mentions of how many entities there are; only the first time that there are any at an address. `ready` is a
   * sentence that is at hand; it is used when it counts the same: not all that was found need be seen, or wanted.
   */
  found(mentions: readonly { readonly entity: string }[], ready?: Announced | null): Promise<void>;
  paused(paused: boolean): Promise<void>;
}

/** Not yet in the DOM types. */
type WithNotify = Document & { ariaNotify?: (message: string) => void };

/** `inWords` makes the sentence, in the reader's language. */
export function createAnnouncer(
  document: Document,
  inWords: (announcement: Announcement) => Promise<string>,
): Announcer {
  let told: string | null = null;
  const notify = async (announcement: Announcement, sentence: string | null = null) => {
    const speaker = document as WithNotify;
    // Where nothing can be said, nobody is asked how.
    if (speaker.ariaNotify) speaker.ariaNotify(sentence ?? (await inWords(announcement)));
  };
  return {
    async found(mentions, ready) {
      const { URL: address } = document;
      if (mentions.length === 0 || told === address) return;
      told = address;
      const entities = new Set(mentions.map(({ entity }) => entity)).size;
      const isRight = ready?.mentions === mentions.length && ready.entities === entities;
      await notify({ what: 'found', mentions: mentions.length, entities }, isRight ? ready.sentence : null);
    },
    paused: (paused) => notify({ what: paused ? 'paused' : 'goesOn' }),
  };
}

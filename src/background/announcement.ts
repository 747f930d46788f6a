/**
 * What a page tells screen readers, in the reader's language. Made here and not in the page: its script would have to carry
 * the words, and the means to fill them, on every page.
 */
import type { Words } from '../core/words/fill.ts';
import type { Announced, Announcement, LinkPageReply } from '../messages/to-worker.ts';
import { said } from './said.ts';

/** In English. Same rules as src/ui/strings.ts. */
export const ANNOUNCE = {
  mentions: (n: number) => `${n} ${n === 1 ? 'mention' : 'mentions'}`,
  entities: (n: number) => `${n} ${n === 1 ? 'entity' : 'entities'}`,
  found: (mentions: string, entities: string) => `Sidelight: ${mentions} of ${entities}`,
  paused: () => 'Sidelight is paused on this page',
  goesOn: () => 'Sidelight goes on',
};

/** The sentence; in English where the words lack it. */
export function announcementIn(words: Words, announcement: Announcement): string {
  if (announcement.what !== 'found') return say(words, announcement.what);
  const { mentions, entities } = announcement;
  return say(words, 'found', say(words, 'mentions', mentions), say(words, 'entities', entities));
}

/** What was found in the text of a page, counted and in words; null where there is nothing. */
export function announced(words: Words, { mentions: found, entities }: LinkPageReply): Announced | null {
  // Five numbers each.
  const mentions = found.reduce((sum, numbers) => sum + numbers.length, 0) / 5;
  if (mentions === 0) return null;
  const count = { mentions, entities: entities.length };
  return { ...count, sentence: announcementIn(words, { what: 'found', ...count }) };
}

function say<Key extends keyof typeof ANNOUNCE>(
  words: Words,
  key: Key,
  ...args: Parameters<(typeof ANNOUNCE)[Key]>
): string {
  return said(words, 'ANNOUNCE', ANNOUNCE, key, ...args);
}

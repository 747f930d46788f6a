/**
 * The labelled gold set: what should be marked in texts of every language claimed.
 *
 * Mentions are written inside the text, `[[huawei|Huaweija]]`: the entity's id, then the words that are to be marked. So a
 * reviewer reads a sentence with its labels in it, and no offset can go stale.
 */
import type { Span } from '../../core/text/spans.ts';

export const GOLD_KINDS = ['sentence', 'article', 'trap'] as const;
export type GoldKind = (typeof GOLD_KINDS)[number];

export interface GoldMention extends Span {
  readonly entity: string;
  readonly text: string;
}

/** One text. In a trap, words that look like a name mean something else; mentions beside them may be labelled. */
export interface GoldItem {
  readonly id: string;
  readonly kind: GoldKind;
  readonly lang: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

/** Takes the labels out of a text. @throws Error when a label is not `[[entity|words]]` */
export function parseMarkedText(marked: string): Pick<GoldItem, 'text' | 'mentions'> {
  const mentions: GoldMention[] = [];
  let text = '';
  let at = 0;
  for (const label of marked.matchAll(/\[\[([a-z0-9-]+)\|([^[\]|]+)\]\]/g)) {
    const [whole, entity = '', words = ''] = label;
    text += marked.slice(at, label.index);
    mentions.push({ entity, text: words, start: text.length, end: text.length + words.length });
    text += words;
    at = label.index + whole.length;
  }
  text += marked.slice(at);
  const broken = /.{0,20}(?:\[\[|\]\]).{0,20}/.exec(text);
  if (broken) throw new Error(`not a label of the form [[entity|words]]: ${broken[0]}`);
  return { text, mentions };
}

/** The sentence a mention stands in, and what else is named in it: what the card ranks its statements by. */
import type { SentenceContext } from '../core/dataset/ranking.ts';
import { sentenceAround } from '../core/text/spans.ts';
import type { PageMention, PageState } from './page-state.ts';

export function sentenceContext(
  { text, mentions }: Pick<PageState, 'text' | 'mentions'>,
  mention: PageMention,
): SentenceContext {
  const span = sentenceAround(text, mention);
  return {
    sentence: text.slice(span.start, span.end),
    entities: mentions
      .filter(({ start, end }) => span.start <= start && end <= span.end)
      .map(({ entity, text: words }) => ({ id: entity, words })),
  };
}

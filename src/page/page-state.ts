/** What a session knows of its page. One object, written by the annotator and read by everything else. */
import type { PageFacts } from '../core/dataset/same-page.ts';
import type { LinkedMention } from '../core/linking/link.ts';

/** A mention with its place on the page. */
export interface PageMention extends LinkedMention {
  readonly range: AbstractRange;
}

export interface PageState {
  phase: 'waiting' | 'no-article' | 'done';
  facts: PageFacts;
  /** The text that was read, and in which the mentions' places count. */
  text: string;
  mentions: readonly PageMention[];
  timings: { read: number; spot: number; mark: number };
}

export function createPageState(): PageState {
  return {
    phase: 'waiting',
    facts: { date: null, urls: [], titles: [] },
    text: '',
    mentions: [],
    timings: { read: 0, spot: 0, mark: 0 },
  };
}

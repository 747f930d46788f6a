/** What a session knows of its page. One object, written by the annotator and read by everything else. */
import type { PageFacts } from '../core/dataset/same-page.ts';
import type { LinkedMention } from '../core/linking/link.ts';

/** A mention with its place on the page. */
export interface PageMention extends LinkedMention {
  readonly range: AbstractRange;
  /** The heading of its section; null before the first. */
  readonly section: Node | null;
}

export interface PageState {
  /** reading: of a long page what was in view is marked, and the rest is being read. off: the reader wants nothing here. */
  phase: 'waiting' | 'no-article' | 'reading' | 'done' | 'off';
  /** Read when they are first asked for: by a card, or a report. */
  readonly facts: PageFacts;
  factsOf: () => PageFacts;
  /** How they are read: the hands bring it, who alone ask for them. */
  readFacts: () => PageFacts;
  /** The text that was read, and in which the mentions' places count. */
  readonly text: string;
  /** Where `text` comes from: joined when it is asked for, which is seldom. */
  textOf: () => string;
  /** The page is longer than what is read of a page. */
  truncated: boolean;
  /** The reader has stopped the reading of a long page. */
  stopped: boolean;
  mentions: readonly PageMention[];
  /** The reader has paused this page: marks are out of sight and no pointer opens a card. */
  paused: boolean;
  timings: { read: number; spot: number; mark: number };
  /** The name of an entity of the dataset, also of one that is not on the page; its id where there is none. */
  nameOf(id: string): string;
}

const NO_FACTS: PageFacts = { date: null, urls: [], titles: [] };

export function createPageState(): PageState {
  return {
    phase: 'waiting',
    get facts() {
      return this.factsOf();
    },
    factsOf: () => NO_FACTS,
    readFacts: () => NO_FACTS,
    get text() {
      return this.textOf();
    },
    textOf: () => '',
    truncated: false,
    stopped: false,
    mentions: [],
    paused: false,
    timings: { read: 0, spot: 0, mark: 0 },
    nameOf: (id) => id,
  };
}

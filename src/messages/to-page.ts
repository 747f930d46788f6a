/** What the worker and the extension's own pages may ask of the content script in a tab. */
import type { GroupedStatements } from '../core/dataset/grouping.ts';
import type { PageFacts } from '../core/dataset/same-page.ts';
import type { Kind } from '../core/dataset/vocabulary.ts';
import type { Reason } from '../core/linking/reasons.ts';

export interface ToPage {
  /** What was found on the page, in reading order, and what its open card shows. */
  report(request: null): PageReport;
  /** Opens the card of the nth mention (from 0) and, with `focus`, moves the keyboard into it. */
  openMention(request: { readonly index: number; readonly focus: boolean }): null;
  /** Moves to the next or previous mention from the last one, and opens its card with the keyboard in it. */
  step(request: { readonly direction: 'next' | 'previous' }): null;
  /** Pauses the page or goes on: paused, marks are out of sight and neither hovering nor clicking opens a card. */
  pause(request: null): null;
  /** Reads and marks the page whatever it looks like. */
  annotate(request: null): null;
  /** Stops the reading of a long page: what was found so far stays. */
  stopReading(request: null): null;
  /** The access to sites has changed: the page asks whether it may still be read. */
  accessChanged(request: null): null;
  /** Answers once the page's report is another than that of `revision`, or after some seconds with the same revision. */
  waitForChange(request: { readonly revision: number }): number;
  /** Closes the open card. */
  closeCard(request: null): null;
}

export interface ReportedMention {
  readonly text: string;
  readonly entity: string;
  readonly name: string;
  readonly kind: Kind;
  /** Which occurrence of this text among the page's visible text, from 1. */
  readonly nth: number;
  /** Sourced statements that its card holds; null while the cards are not here yet. */
  readonly statements: number | null;
  readonly why: readonly Reason[];
}

export interface PageReport {
  readonly url: string;
  /** Which state of the page this tells of; see waitForChange. */
  readonly revision: number;
  /** What the page says of itself: a source is compared with it. */
  readonly facts: PageFacts;
  readonly articleDate: string | null;
  /**
   * waiting: not looked at yet; no-article: the page is none; reading: what was in view is marked, the rest of a long page
   * is being read; done: marks are set; off: the reader wants nothing here.
   */
  readonly state: 'waiting' | 'no-article' | 'reading' | 'done' | 'off';
  /** Only the beginning of the page was read, because it is longer than any article. */
  readonly truncated: boolean;
  /** The reader has stopped the reading of a long page: `annotate` goes on with it. */
  readonly stopped: boolean;
  readonly mentions: readonly ReportedMention[];
  readonly card: {
    readonly entity: string;
    readonly name: string;
    readonly groups: GroupedStatements;
  } | null;
  /** Milliseconds of the page's main thread. */
  readonly timings: { readonly read: number; readonly spot: number; readonly mark: number };
}

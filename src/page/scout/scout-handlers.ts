/** What the scout answers, as long as no reading script runs in its frame: that there is nothing, and the reader's wish. */

import { CallError, type Handlers } from '../../messages/envelope.ts';
import type { ToPage } from '../../messages/to-page.ts';
import { addressOf } from '../read/past-fields.ts';
import { createRevision } from '../revision.ts';
import type { Scout } from './scout.ts';

export interface ScoutHandlersHost {
  readonly document: Document;
  readonly scout: Scout;
  /** Asks whether this page may still be read, and ends everything when it may not. */
  checkAccess(): Promise<void>;
  readonly signal: AbortSignal;
}

export function createScoutHandlers({
  document,
  scout,
  checkAccess,
  signal,
}: ScoutHandlersHost): Handlers<ToPage, unknown> {
  const revision = createRevision(() => [scout.phase(), addressOf(document)], signal);
  const nothing = () => {
    throw new CallError('not-found', 'nothing is marked on this page');
  };
  return {
    report: () => ({
      url: addressOf(document),
      revision: revision.now(),
      facts: { date: null, urls: [], titles: [] },
      articleDate: null,
      state: scout.phase(),
      truncated: false,
      stopped: false,
      mentions: [],
      card: null,
      timings: { read: 0, spot: 0, mark: 0 },
    }),
    waitForChange: ({ revision: seen }) => revision.changedFrom(seen),
    openMention: nothing,
    step: nothing,
    pause: nothing,
    closeCard: () => null,
    stopReading: () => null,
    async annotate() {
      globalThis.sidelightInsists = true;
      await scout.insist();
      return null;
    },
    async accessChanged() {
      await checkAccess();
      return null;
    },
  };
}

declare global {
  // Set in the isolated world of this frame, before the reading script comes: the reader wants this page read as it is.
  var sidelightInsists: boolean | undefined;
}

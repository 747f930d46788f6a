/** What the scout answers, as long as no reading script runs in its frame: that there is nothing, and the reader's wish. */
import { CallError, type Handlers } from '../../messages/envelope.ts';
import type { ToPage } from '../../messages/to-page.ts';
import type { Scout } from './scout.ts';

export interface ScoutHandlersHost {
  readonly document: Document;
  readonly scout: Scout;
  /** Asks whether this page may still be read, and ends everything when it may not. */
  checkAccess(): Promise<void>;
}

export function createScoutHandlers({
  document,
  scout,
  checkAccess,
}: ScoutHandlersHost): Handlers<ToPage, unknown> {
  const nothing = () => {
    throw new CallError('not-found', 'nothing is marked on this page');
  };
  return {
    report: () => ({
      url: document.location.href,
      articleDate: null,
      state: scout.phase(),
      mentions: [],
      card: null,
      timings: { read: 0, spot: 0, mark: 0 },
    }),
    openMention: nothing,
    step: nothing,
    pause: nothing,
    closeCard: () => null,
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

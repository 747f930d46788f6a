/**
 * One page's session: read, spot, mark, watch, and answer the pointer, the keyboard and the messages, until it is stopped.
 * This file only connects; what each step does stands in its own file.
 */
import type { Card } from '../core/dataset/card.ts';
import type { Linker } from '../core/linking/link.ts';
import type { Calls, Handlers } from '../messages/envelope.ts';
import type { ToPage } from '../messages/to-page.ts';
import type { ToWorker } from '../messages/to-worker.ts';
import { createAnnotator } from './annotator.ts';
import { createCardCache } from './card-cache.ts';
import { createCardControl } from './card-control.ts';
import { createPageHandlers } from './page-handlers.ts';
import { createPageState } from './page-state.ts';
import { followPointer } from './pointer.ts';
import { watchReveals } from './read/reveals.ts';
import { watchPage } from './watch.ts';

export interface SessionHost {
  readonly document: Document;
  readonly worker: Calls<ToWorker>;
  /** The index of the current release; null while there is none. */
  loadLinker(): Promise<Linker | null>;
  /** Saves the sentence around some words together with a card. */
  saveMention(range: AbstractRange, card: Card): void;
  /** Ends the session: marks, listeners and observers go. */
  readonly signal: AbortSignal;
}

export interface Session {
  readonly handlers: Handlers<ToPage, unknown>;
  /** Another release is there: spot again with its names. */
  releaseChanged(): void;
}

/** Starts the session. Nothing here may throw into the page: failures end in the extension's log. */
export function startSession(host: SessionHost): Session {
  const { document, signal } = host;
  const state = createPageState();
  const cards = createCardCache(host.worker);
  const control = createCardControl({
    state,
    cards,
    worker: host.worker,
    document,
    signal,
    saveMention: host.saveMention,
  });
  const annotator = createAnnotator({ document, state, signal, loadLinker: host.loadLinker });

  let revealing: AbortController | null = null;
  const refresh = async () => {
    const reading = await annotator.run();
    if (!reading || signal.aborted) return;
    watch.follow(reading.roots, reading.shadowRoots);
    control.afterRefresh();
    revealing?.abort();
    revealing = reading.hidden > 0 ? new AbortController() : null;
    if (revealing) watchReveals(document, guarded, AbortSignal.any([revealing.signal, signal]));
    await cards.prefetch(state.mentions.map((mention) => mention.entity));
  };
  const guarded = () =>
    void refresh().catch((error: unknown) => console.error('sidelight: the page could not be read', error));

  globalThis.sidelightMentions = () => state.mentions;
  followPointer({ document, state, control, signal });
  const watch = watchPage(document, { signal, onChange: guarded });
  guarded();
  return {
    handlers: createPageHandlers({ document, state, control, cards }),
    releaseChanged: () => {
      annotator.forget();
      cards.clear();
      guarded();
    },
  };
}

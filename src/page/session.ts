/**
 * One page's session: read, spot, mark, watch, and answer the pointer, the keyboard and the messages, until it is stopped.
 * This file only connects; what each step does stands in its own file.
 */
import { type Settings, siteRule } from '../core/settings/settings.ts';
import type { Calls, Handlers } from '../messages/envelope.ts';
import type { ToPage } from '../messages/to-page.ts';
import type { ToWorker } from '../messages/to-worker.ts';
import { createAnnotator } from './annotator.ts';
import { createAnnouncer } from './announce.ts';
import { createCardCache } from './card-cache.ts';
import { createCardControl } from './card-control.ts';
import { guardMarks } from './marks/guard.ts';
import { browserHighlights, createMarks } from './marks/highlights.ts';
import { createPaint } from './marks/paint.ts';
import { createPageHandlers } from './page-handlers.ts';
import { createPageState, type PageMention } from './page-state.ts';
import { followPointer } from './pointer.ts';
import { watchReveals } from './read/reveals.ts';
import { isSuppressed, suppressOn } from './suppression.ts';
import type { TextLinker } from './text-linker.ts';
import { watchPage } from './watch.ts';

export interface SessionHost {
  readonly document: Document;
  readonly worker: Calls<ToWorker>;
  /** As they are when the session begins; later ones come through settingsChanged. */
  readonly settings: Settings;
  changeSettings(change: (settings: Settings) => Settings): Promise<unknown>;
  /** The index of the current release; null while there is none. */
  loadLinker(): Promise<TextLinker | null>;
  /** Ends the session: marks, listeners and observers go. */
  readonly signal: AbortSignal;
}

export interface Session {
  readonly handlers: Handlers<ToPage, unknown>;
  /** Another release is there: spot again with its names. */
  releaseChanged(): void;
  /** The reader has changed settings: obey them now. */
  settingsChanged(settings: Settings): void;
}

/** Starts the session. Nothing here may throw into the page: failures end in the extension's log. */
export function startSession(host: SessionHost): Session {
  const { document, signal } = host;
  const site = document.location.hostname;
  let settings = host.settings;
  const isServed = () => settings.enabled && siteRule(settings, site) !== 'off';

  const state = createPageState();
  const marks = createMarks(browserHighlights());
  guardMarks(document, marks, signal);
  signal.addEventListener('abort', () => marks.clear());
  const paint = createPaint<PageMention>(marks, settings);
  const cards = createCardCache(host.worker);
  const control = createCardControl({
    document,
    state,
    cards,
    worker: host.worker,
    suppress: suppressOn(site, host.changeSettings),
    onCurrent: (mention) => paint.open(mention),
    signal,
  });
  const annotator = createAnnotator({
    document,
    state,
    signal,
    loadLinker: host.loadLinker,
    insists: () => siteRule(settings, site) === 'always',
    isWanted: (mention) => !isSuppressed(mention, settings.suppressed, site),
    paint: (headings) => paint.set({ mentions: state.mentions, headings, text: state.text }),
  });
  const announcer = createAnnouncer(document, (announcement) => host.worker.announcement(announcement));

  let revealing: AbortController | null = null;
  const refresh = async () => {
    if (!isServed()) return annotator.stop();
    const reading = await annotator.run();
    if (!reading || signal.aborted) return;
    watch.follow(reading.roots, reading.shadowRoots);
    control.afterRefresh();
    // What cannot be said now is not worth a word later.
    void announcer.found(state.mentions).catch(() => undefined);
    revealing?.abort();
    revealing = reading.hidden > 0 ? new AbortController() : null;
    if (revealing) watchReveals(document, guarded, AbortSignal.any([revealing.signal, signal]));
    await cards.prefetch(state.mentions.map((mention) => mention.entity));
  };
  const guarded = () =>
    void refresh().catch((error: unknown) => console.error('sidelight: the page could not be read', error));

  followPointer({ document, state, control, settings: () => settings, signal });
  const watch = watchPage(document, { signal, onChange: guarded });
  guarded();
  return {
    handlers: createPageHandlers({
      document,
      state,
      control,
      cards,
      signal,
      pause() {
        state.paused = !state.paused;
        if (state.paused) control.close('outside');
        paint.look(settings, state.paused);
        void announcer.paused(state.paused).catch(() => undefined);
      },
    }),
    releaseChanged: () => {
      annotator.forget();
      cards.clear();
      guarded();
      void control.afterRelease();
    },
    settingsChanged: (next) => {
      settings = next;
      if (!isServed()) control.close('gone');
      paint.look(next, state.paused);
      guarded();
    },
  };
}

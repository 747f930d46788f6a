/**
 * One page's session: read, spot, mark, watch, and answer the pointer, the keyboard and the messages, until it is stopped.
 * This file only connects; what each step does stands in its own file.
 */

import type { Card } from '../core/dataset/card.ts';
import { type Settings, siteRule } from '../core/settings/settings.ts';
import { ENDED } from '../core/signals/ended.ts';
import type { Calls, Handlers } from '../messages/envelope.ts';
import type { ToPage } from '../messages/to-page.ts';
import type { ToWorker } from '../messages/to-worker.ts';
import { createAnnotator, type Reading } from './annotator.ts';
import { createAnnouncer } from './announce.ts';
import { createCardCache } from './card-cache.ts';
import { createCardControl } from './card-control.ts';
import { slices } from './clock.ts';
import { quietly } from './failures.ts';
import { guardMarks } from './marks/guard.ts';
import { browserHighlights, createMarks } from './marks/highlights.ts';
import { createPaint } from './marks/paint.ts';
import { once } from './once.ts';
import { createPageHandlers } from './page-handlers.ts';
import { createPageState, type PageMention } from './page-state.ts';
import { followPointer } from './pointer.ts';
import { watchReveals } from './read/reveals.ts';
import { isSuppressed, suppressOn } from './suppression.ts';
import { watchPage } from './watch.ts';

export interface SessionHost {
  readonly document: Document;
  readonly worker: Calls<ToWorker>;
  /** As they are when the session begins; later ones come through settingsChanged. */
  readonly settings: Settings;
  changeSettings(change: (settings: Settings) => Settings): Promise<unknown>;
  /** False once the extension is gone from under the page. */
  isConnected(): boolean;
  /** The reader has asked for this page, whatever it looks like. */
  readonly insists: boolean;
  /** Asks whether this page may still be read, and ends everything when it may not. */
  checkAccess(): Promise<void>;
  /** Saves the sentence around some words together with a card. */
  readonly saveMention: ((range: AbstractRange, card: Card) => void) | null;
  /** Ends the session: marks, listeners and observers go. */
  readonly signal: AbortSignal;
}

export interface Session {
  /** Made when it is first asked for. */
  readonly handlers: () => Handlers<ToPage, unknown>;
  hasMarks(): boolean;
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
  let { insists } = host;
  const isServed = () => settings.enabled && siteRule(settings, site) !== 'off';

  const state = createPageState();
  const marks = createMarks(browserHighlights());
  // Once the extension is gone, what is in the registry is the next version's.
  guardMarks(document, { restore: () => host.isConnected() && marks.restore() }, signal);
  signal.addEventListener('abort', () => marks.clear());
  const paint = createPaint<PageMention>(marks, settings);
  // Made when a hand moves over the page, or a message comes: most pages are read without either, and the code for it is
  // cold in each of them.
  const hands = once(() => {
    const cards = createCardCache(host.worker);
    const control = createCardControl({
      document,
      state,
      cards,
      worker: host.worker,
      suppress: suppressOn(site, host.changeSettings),
      onCurrent: (mention) => paint.open(mention),
      saveMention: host.saveMention,
      signal,
    });
    followPointer({ document, state, control, settings: () => settings, signal });
    return { cards, control };
  });
  for (const event of ['pointermove', 'pointerdown', 'keydown'])
    document.addEventListener(event, hands, { capture: true, passive: true, once: true, signal });
  const annotator = createAnnotator({
    document,
    state,
    signal,
    worker: host.worker,
    judged: () => {
      const kind = globalThis.sidelightKind ?? null;
      globalThis.sidelightKind = undefined;
      return kind;
    },
    insists: () => insists || siteRule(settings, site) === 'always',
    isWanted: (mention) => !isSuppressed(mention, settings.suppressed, site),
    paint: (headings) =>
      paint.set({
        mentions: state.mentions,
        headings,
        get text() {
          return state.text;
        },
      }),
  });
  const announcer = createAnnouncer(document, (announcement) => host.worker.announcement(announcement));

  let revealing: AbortController | null = null;
  const refresh = async (read: () => Promise<Reading | null>) => {
    if (!isServed()) return annotator.stop();
    const reading = await read();
    if (!reading || signal.aborted) return;
    watch.follow(reading.roots, reading.shadowRoots);
    hands.made()?.control.afterRefresh();
    // What cannot be said now is not worth a word later.
    void announcer.found(state.mentions).catch(() => undefined);
    // One that runs goes on: a look may be due.
    if (reading.hidden > 0 && !revealing) {
      revealing = new AbortController();
      watchReveals(document, recheck, AbortSignal.any([revealing.signal, signal]));
    } else if (reading.hidden === 0) {
      revealing?.abort(ENDED);
      revealing = null;
    }
  };
  const guard = (read: () => Promise<Reading | null>) =>
    void refresh(read).catch((error: unknown) => quietly('the page could not be read', error));

  const readAll = () => guard(() => annotator.run(null));
  const recheck = () => guard(() => annotator.recheck());

  globalThis.sidelightMentions = () => state.mentions;
  const watch = watchPage(document, { signal, onChange: (change) => guard(() => annotator.run(change)) });
  // In a turn of its own: the script has just been compiled in this one.
  void slices.rest().then(() => signal.aborted || readAll());
  return {
    handlers: once(() =>
      createPageHandlers({
        document,
        state,
        ...hands(),
        annotate() {
          insists = true;
          readAll();
        },
        checkAccess: host.checkAccess,
        signal,
        pause() {
          state.paused = !state.paused;
          if (state.paused) hands().control.close('outside');
          paint.look(settings, state.paused);
          void announcer.paused(state.paused).catch(() => undefined);
        },
      }),
    ),
    hasMarks: () => state.mentions.length > 0,
    releaseChanged: () => {
      annotator.forget();
      readAll();
      const made = hands.made();
      made?.cards.clear();
      void made?.control.afterRelease();
    },
    settingsChanged: (next) => {
      settings = next;
      if (!isServed()) hands.made()?.control.close('gone');
      paint.look(next, state.paused);
      readAll();
    },
  };
}

/**
 * One page's session: read, spot, mark, watch, and answer the pointer, the keyboard and the messages, until it is stopped.
 * This file only connects; what each step does stands in its own file.
 */

import type { Card } from '../core/dataset/card.ts';
import { once } from '../core/once/once.ts';
import type { Settings } from '../core/settings/settings.ts';
import { ENDED } from '../core/signals/ended.ts';
import type { Calls, ReplyMessage } from '../messages/envelope.ts';
import type { ToWorker } from '../messages/to-worker.ts';
import { hostOf, ruleHere } from './address.ts';
import { createAnnotator, type Reading } from './annotator.ts';
import { createAnnouncer } from './announce.ts';
import { openOnClick } from './clicks.ts';
import { slices } from './clock.ts';
import { quietly } from './failures.ts';
import { followHands } from './follow-hands.ts';
import { isPageCall, type PageSender } from './hands-door.ts';
import { guardMarks } from './marks/guard.ts';
import { browserHighlights, createMarks } from './marks/highlights.ts';
import { createNearMarks } from './marks/near-marks.ts';
import { createPaint } from './marks/paint.ts';
import { createPageState, type PageMention } from './page-state.ts';
import type { PageKind } from './read/page-kind.ts';
import { type Look, type RevealWatch, watchReveals } from './read/reveals.ts';
import { isSuppressed } from './suppression.ts';
import { watchPage } from './watch.ts';

export interface SessionHost {
  readonly document: Document;
  readonly worker: Calls<ToWorker>;
  /** This extension's id. */
  readonly extension: string;
  /** As they are when the session begins; later ones come through settingsChanged. */
  readonly settings: Settings;
  changeSettings(change: (settings: Settings) => Settings): Promise<unknown>;
  /** What kind of page it is. */
  judge(document: Document): PageKind;
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
  /** Answers a message to the page; null for one that is none. */
  answer(message: unknown, sender: PageSender): Promise<ReplyMessage> | null;
  hasMarks(): boolean;
  /** Another release is there: spot again with its names. */
  releaseChanged(): void;
  /** The reader has changed settings: obey them now. */
  settingsChanged(settings: Settings): void;
}

/** Starts the session. Nothing here may throw into the page: failures end in the extension's log. */
export function startSession(host: SessionHost): Session {
  const { document, signal } = host;
  let settings = host.settings;
  let { insists } = host;
  const site = once(() => hostOf(document));
  const isServed = () => settings.enabled && ruleHere(settings, document) !== 'off';

  const state = createPageState();
  const marks = createMarks(browserHighlights());
  // Once the extension is gone, what is in the registry is the next version's.
  guardMarks(document, { restore: () => host.isConnected() && marks.restore() }, signal);
  signal.addEventListener('abort', () => marks.clear());
  const nearMarks = createNearMarks<PageMention>(document, () => paint.moved(), signal);
  const forced = matchMedia('(forced-colors: active)');
  forced.addEventListener('change', () => paint.moved(), { signal });
  const paint = createPaint(marks, nearMarks, settings, () => forced.matches);
  const hands = followHands({
    document,
    worker: host.worker,
    signal,
    isWorthwhile: () => state.mentions.length > 0,
    lend: (moved) => ({
      ...host,
      state,
      settings: () => settings,
      onCurrent: (mention) => {
        // A card that closes at the session's end would have its words, and with them every mark, painted again.
        if (!signal.aborted) paint.open(mention);
      },
      annotate() {
        insists = true;
        readAll();
      },
      stopReading: () => annotator.stopReading(),
      pause() {
        state.paused = !state.paused;
        paint.look(settings, state.paused);
        void announcer.paused(state.paused).catch(() => undefined);
      },
      moved,
    }),
    onPressed: () =>
      openOnClick({
        document,
        state,
        current: () => hands.made()?.current() ?? null,
        signal,
        linkKey: () => (settings.openBy === 'hover' ? null : settings.holdKey),
        open: (mention, point) =>
          void hands
            .get()
            .then((made) => made.clicked(mention, point))
            .catch((error: unknown) => quietly('the card could not be opened', error)),
      }),
  });
  const annotator = createAnnotator({
    document,
    state,
    signal,
    worker: host.worker,
    judge: () => {
      // What the scout has just found out need not be found out again.
      const kind = globalThis.sidelightKind ?? host.judge(document);
      globalThis.sidelightKind = undefined;
      return kind;
    },
    insists: () => insists || ruleHere(settings, document) === 'always',
    isWanted: (mention) =>
      settings.suppressed.length === 0 || !isSuppressed(mention, settings.suppressed, site()),
    paint: () =>
      paint.set({
        mentions: state.mentions,
        get text() {
          return state.text;
        },
      }),
  });
  const announcer = createAnnouncer(document, (announcement) => host.worker.announcement(announcement));

  const lookForReveals = whileNamed(
    document,
    async () => {
      const before = state.mentions;
      const reading = await guard(() => annotator.recheck());
      return { changed: state.mentions !== before, took: reading?.took ?? 0 };
    },
    signal,
  );
  const refresh = async (read: () => Promise<Reading | null>): Promise<Reading | null> => {
    if (!isServed()) {
      lookForReveals(false, []);
      annotator.stop();
      return null;
    }
    const reading = await read();
    if (!reading || signal.aborted) return null;
    watch.follow(reading.roots, reading.shadowRoots);
    hands.made()?.afterRefresh();
    // What cannot be said now is not worth a word later.
    void announcer.found(state.mentions, reading.announcement).catch(() => undefined);
    lookForReveals(state.mentions.length + reading.hidden > 0, reading.shadowRoots);
    return reading;
  };
  const guard = (read: () => Promise<Reading | null>) =>
    refresh(read).catch((error: unknown) => {
      quietly('the page could not be read', error);
      return null;
    });

  const readAll = () => void guard(() => annotator.run(null));

  globalThis.sidelightMentions = () => state.mentions;
  const watch = watchPage(document, {
    signal,
    onChange: (change) => void guard(() => annotator.run(change)),
  });
  // In a turn of its own: the script has just been compiled in this one.
  void slices.rest().then(() => signal.aborted || readAll());
  return {
    answer(message, sender) {
      if (!isPageCall(message) || sender.extension !== host.extension) return null;
      // Access that was taken back keeps hands out: this is answered without them.
      if (message.name === 'accessChanged')
        return host.checkAccess().then((): ReplyMessage => ({ ok: true, value: null }), unanswered);
      return hands.get().then((made) => made.answer(message, sender) ?? unanswered(), unanswered);
    },
    hasMarks: () => state.mentions.length > 0,
    releaseChanged: () => {
      annotator.forget();
      readAll();
      hands.made()?.releaseChanged();
    },
    settingsChanged: (next) => {
      settings = next;
      if (!isServed()) hands.made()?.close('gone');
      paint.look(next, state.paused);
      readAll();
    },
  };
}

/** Looks again when text may have been shown or hidden, as long as names stand in it: told after every reading whether some do. */
function whileNamed(
  document: Document,
  look: () => Promise<Look>,
  signal: AbortSignal,
): (some: boolean, shadowRoots: readonly ShadowRoot[]) => void {
  let ending: AbortController | null = null;
  let watching: RevealWatch | null = null;
  return (some, shadowRoots) => {
    if (!some) {
      ending?.abort(ENDED);
      [ending, watching] = [null, null];
      return;
    }
    // One that runs goes on: a look may be due.
    ending ??= new AbortController();
    watching ??= watchReveals(document, look, AbortSignal.any([ending.signal, signal]));
    watching.follow(shadowRoots);
  };
}

function unanswered(): ReplyMessage {
  return { ok: false, code: 'unreachable', message: 'the page could not be served' };
}

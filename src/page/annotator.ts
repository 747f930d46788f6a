/**
 * Annotating the page: is it an article, what is its text, which names stand in it, where do they stand, mark them.
 *
 * Everything long is done in slices. A run that is overtaken by a newer one stops at its next slice and changes nothing;
 * the marks of the run before stay until a run is complete, so a page that keeps changing does not flicker.
 */

import type { LinkedMention } from '../core/linking/link.ts';
import { detectLanguage } from '../core/text/language.ts';
import { guardMarks } from './marks/guard.ts';
import { browserHighlights, createMarks } from './marks/highlights.ts';
import type { PageMention, PageState } from './page-state.ts';
import { findArticle } from './read/article.ts';
import { flowsInline } from './read/flow.ts';
import { readPageFacts } from './read/page-facts.ts';
import { inSlices } from './read/slices.ts';
import { locate, type TextMap } from './read/text-map.ts';
import { createTextWalk } from './read/text-walk.ts';
import { createShownCheck } from './read/visible.ts';
import type { TextLinker } from './text-linker.ts';

/** Nodes read between two looks at the clock. */
const NODES_AT_ONCE = 200;
/** A neutral key: the page can see it. mentions.css styles it. */
const KEY = 'sidelight-a';

export interface AnnotatorHost {
  readonly document: Document;
  readonly state: PageState;
  readonly signal: AbortSignal;
  loadLinker(): Promise<TextLinker | null>;
}

export interface Reading {
  readonly roots: readonly Node[];
  readonly shadowRoots: readonly ShadowRoot[];
  /** Names that stand where they cannot be seen now: a click may reveal them. */
  readonly hidden: number;
}

export interface Annotator {
  /** Reads and marks the page. Resolves with what was read; null when a newer run has overtaken it or the session ended. */
  run(): Promise<Reading | null>;
  /** Forgets the linker, after another release was stored. */
  forget(): void;
}

export function createAnnotator({ document, state, signal, loadLinker }: AnnotatorHost): Annotator {
  const marks = createMarks(browserHighlights());
  guardMarks(document, marks, signal);
  signal.addEventListener('abort', () => marks.clear());
  let linker: Promise<TextLinker | null> | null = null;
  let token = 0;

  const show = (mentions: readonly PageMention[], phase: PageState['phase']) => {
    state.phase = phase;
    state.mentions = mentions;
    marks.set(
      KEY,
      mentions.map((mention) => mention.range),
    );
  };

  return {
    forget() {
      linker = null;
    },
    async run() {
      const own = ++token;
      const overtaken = () => own !== token || signal.aborted;
      const { lang, ...facts } = readPageFacts(document, document.location.href);
      state.facts = facts;
      const { isArticle, roots } = findArticle(document);
      if (!isArticle) {
        show([], 'no-article');
        return { roots: [], shadowRoots: [], hidden: 0 };
      }
      const clock = createClock();
      const map = await readInSlices(roots, overtaken);
      state.timings.read = clock();
      linker ??= loadLinker();
      const asked = linker;
      const loaded = await asked.catch((error: unknown) => {
        console.error('sidelight: the index could not be loaded', error);
        return null;
      });
      // What failed is asked for anew by the next run.
      if (!loaded && linker === asked) linker = null;
      if (!loaded) return null;
      if (!map || overtaken()) return null;
      const language = detectLanguage(map.text) ?? lang;
      clock();
      const linked = await loaded.link(map.text, language, { overtaken, slices });
      if (!linked || overtaken()) return null;
      state.timings.spot = clock();
      const mentions = placeMentions(map, linked);
      state.text = map.text;
      show(mentions, 'done');
      state.timings.mark = clock();
      return { roots, shadowRoots: map.shadowRoots, hidden: linked.length - mentions.length };
    },
  };
}

async function readInSlices(roots: readonly Node[], overtaken: () => boolean): Promise<TextMap | null> {
  const walk = createTextWalk(roots, { flowsInline });
  const done = await inSlices(() => overtaken() || walk.step(NODES_AT_ONCE), slices);
  return done && !overtaken() ? walk.finish() : null;
}

/** Ranges for the mentions that can be seen. */
function placeMentions(map: TextMap, linked: readonly LinkedMention[]): PageMention[] {
  const isShown = createShownCheck();
  return linked.flatMap((mention): PageMention[] => {
    const place = locate(map, mention);
    if (!place || !isShown(place.startContainer)) return [];
    return [{ ...mention, range: new StaticRange(place) }];
  });
}

/** Milliseconds since it was last asked. */
function createClock(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const passed = now - last;
    last = now;
    return Math.round(passed * 100) / 100;
  };
}

const slices = { now: () => performance.now(), rest: afterOthers };

/** Lets the page have its turn. A message to oneself comes after what is waiting, without the delay of a timer. */
function afterOthers(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Annotating the page: is it an article, what is its text, which names stand in it, where do they stand, mark them.
 *
 * Everything long is done in slices. A run that is overtaken by a newer one stops at its next slice and changes nothing;
 * the marks of the run before stay until a run is complete, so a page that keeps changing does not flicker.
 */

import type { LinkedMention } from '../core/linking/link.ts';
import { detectLanguage } from '../core/text/language.ts';
import { isSamePlace } from './marks/highlights.ts';
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
/** What begins a section. */
const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"]';

export interface AnnotatorHost {
  readonly document: Document;
  readonly state: PageState;
  readonly signal: AbortSignal;
  loadLinker(): Promise<TextLinker | null>;
  /** The reader wants this page read, whatever it looks like. */
  insists(): boolean;
  /** False for a mention that the reader has ruled out here. */
  isWanted(mention: LinkedMention): boolean;
  /** There is something new to mark. `headings` begin the sections. */
  paint(headings: readonly Node[]): void;
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
  /** Takes all marks away and stops what is under way. */
  stop(): void;
}

export function createAnnotator(host: AnnotatorHost): Annotator {
  const { document, state, signal } = host;
  let linker: Promise<TextLinker | null> | null = null;
  let token = 0;

  const show = (
    mentions: readonly PageMention[],
    phase: PageState['phase'],
    headings: readonly Node[] = [],
  ) => {
    state.phase = phase;
    state.mentions = mentions;
    host.paint(headings);
  };

  return {
    forget() {
      linker = null;
    },
    stop() {
      token++;
      show([], 'off');
    },
    async run() {
      const own = ++token;
      const overtaken = () => own !== token || signal.aborted;
      const { lang, ...facts } = readPageFacts(document, document.location.href);
      state.facts = facts;
      const { isArticle, roots } = findArticle(document);
      if (!isArticle && !host.insists()) {
        show([], 'no-article');
        return { roots: [], shadowRoots: [], hidden: 0 };
      }
      const clock = createClock();
      const map = await readInSlices(roots, overtaken);
      state.timings.read = clock();
      linker ??= host.loadLinker();
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
      const found = await loaded.link(map.text, language, { overtaken, slices });
      if (!found || overtaken()) return null;
      const linked = found.filter(host.isWanted);
      state.timings.spot = clock();
      const mentions = placeMentions(map, linked, state.mentions);
      state.text = map.text;
      state.nameOf = (id) => loaded.nameOf(id) ?? id;
      show(mentions, 'done', mentions.length > 0 ? headingsIn(roots, map.shadowRoots) : []);
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

/**
 * Ranges for the mentions that can be seen. One that was there before keeps its object: what the pointer is on, and whose
 * card is open, must not change because the page has changed elsewhere.
 */
function placeMentions(
  map: TextMap,
  linked: readonly LinkedMention[],
  before: readonly PageMention[],
): PageMention[] {
  const isShown = createShownCheck();
  const known = new Map<Node, PageMention[]>();
  for (const mention of before) {
    const node = mention.range.startContainer;
    known.set(node, [...(known.get(node) ?? []), mention]);
  }
  return linked.flatMap((mention): PageMention[] => {
    const place = locate(map, mention);
    if (!place || !isShown(place.startContainer)) return [];
    const now = { ...mention, range: new StaticRange(place) };
    const same = known
      .get(place.startContainer)
      ?.find(({ entity, range }) => entity === mention.entity && isSamePlace(range, now.range));
    return [same ? Object.assign(same, now, { range: same.range }) : now];
  });
}

/** Headings of what was read. Those of shadow trees come last: between two trees there is no order to keep. */
function headingsIn(roots: readonly Node[], shadowRoots: readonly ShadowRoot[]): Node[] {
  return [...roots, ...shadowRoots].flatMap((root) => {
    const inside = [...(root as ParentNode).querySelectorAll(HEADINGS)];
    return root instanceof Element && root.matches(HEADINGS) ? [root, ...inside] : inside;
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

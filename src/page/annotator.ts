/**
 * Annotating the page: is it an article, what is its text, which names stand in it, where do they stand, mark them; and the
 * same for a part of it, when a part has changed.
 *
 * Everything long is done in slices. One run at a time: what happens meanwhile is gathered for the next. A run that is no
 * longer worth finishing stops at its next slice and changes nothing; the marks of the run before stay until a run is
 * complete, so a page that keeps changing does not flicker.
 */

import type { LinkedMention } from '../core/linking/link.ts';
import { once } from '../core/once/once.ts';
import type { Calls } from '../messages/envelope.ts';
import type { Announced, ToWorker } from '../messages/to-worker.ts';
import { afterFrame, createClock, nextFrame, slices } from './clock.ts';
import { createFoundMentions } from './found-mentions.ts';
import { createRuns } from './one-run.ts';
import { createPageLinker } from './page-linker.ts';
import type { PageMention, PageState } from './page-state.ts';
import { articleOf } from './read/article.ts';
import type { ChangedNodes } from './read/changes.ts';
import { dirtyBlocks } from './read/dirty.ts';
import { flowsInline } from './read/flow.ts';
import { piecesInView } from './read/near-view.ts';
import type { PageKind } from './read/page-kind.ts';
import { createPageText, type Splice } from './read/page-text.ts';
import { rootOf } from './read/past-fields.ts';
import { inSlices } from './read/slices.ts';
import { createTextWalk, type TextWalk } from './read/text-walk.ts';
import type { PageChange } from './watch.ts';

/** Nodes read between two looks at the clock. */
const NODES_AT_ONCE = 200;
/** UTF-16 units that are read of a page. A monster is read so far and no further; the popup says so. */
const MOST_UNITS = 10_000_000;
/** Units from which on a page is marked in two goes. */
const LONG = 200_000;

export interface AnnotatorHost {
  readonly document: Document;
  readonly state: PageState;
  readonly signal: AbortSignal;
  readonly worker: Pick<Calls<ToWorker>, 'linkPage'>;
  /** The reader wants this page read, whatever it looks like. */
  insists(): boolean;
  /** What kind of page it is. */
  judge(): PageKind;
  /** False for a mention that the reader has ruled out here. */
  isWanted(mention: LinkedMention): boolean;
  /** There is something new to mark. */
  paint(): void;
}

export interface Reading {
  readonly roots: readonly Element[];
  readonly shadowRoots: readonly ShadowRoot[];
  /** Names that stand where they cannot be seen now: something may reveal them. */
  readonly hidden: number;
  /** Milliseconds that it took to find out where the names stand, and which of them can be seen. */
  readonly took: number;
  /** What a screen reader is told of what was found in a text that is new, where the worker has said it along. */
  readonly announcement: Announced | null;
}

export interface Annotator {
  /**
   * Reads and marks what has changed; with null, everything. Resolves with what is read now; null when a run that is under
   * way takes it over, or the session ended.
   */
  run(change: Pick<PageChange, 'nodes' | 'routeChanged'> | null): Promise<Reading | null>;
  /** Looks again at which names can be seen. */
  recheck(): Promise<Reading | null>;
  /** Links everything anew, after another release was stored; the next run does it. */
  forget(): void;
  /** Reads a long page no further: what was found so far stays, until everything is asked for again or another route comes. */
  stopReading(): void;
  /** Takes all marks away and stops what is under way. */
  stop(): void;
}

export function createAnnotator(host: AnnotatorHost): Annotator {
  const { document, state, signal } = host;
  const text = createPageText();
  const linker = createPageLinker(host.worker);
  const found = createFoundMentions(host.isWanted);
  let roots: readonly Element[] = [];
  let shadowRoots: readonly ShadowRoot[] = [];
  let language: string | null = null;

  // What is to be done next.
  let everything = true;
  let relink = false;
  let changes: ChangedNodes[] = [];

  const isMarked = () => state.phase === 'done' || state.phase === 'reading';
  state.textOf = () => text.pieces.map((piece) => piece.text).join('\n\n');

  const show = (mentions: readonly PageMention[], phase: PageState['phase']) => {
    const isSame = phase === state.phase && isSameList(mentions, state.mentions);
    state.phase = phase;
    if (isSame) return;
    state.mentions = mentions;
    host.paint();
  };
  const reading = (announcement: Announced | null = null, took = 0): Reading => ({
    roots,
    shadowRoots,
    hidden: found.hidden,
    took,
    announcement,
  });
  const leave = (phase: 'no-article' | 'off') => {
    text.replaceAll([]);
    found.clear();
    linker.forget();
    [roots, shadowRoots] = [[], []];
    show([], phase);
  };

  const mark = async (
    splices: readonly Splice[],
    overtaken: () => boolean,
    phase: 'reading' | 'done' = 'done',
  ): Promise<Reading | null> => {
    const clock = createClock();
    const linked = splices.length > 0 ? await linker.link(splices, text.pieces, language, overtaken) : null;
    if (linked) found.take(linked, splices);
    // What is not linked now is not new the next time.
    else if (splices.length > 0) relink = true;
    const spotted = clock();
    if (overtaken()) return null;
    // Where a frame computes styles and layout in any case, asking for them costs nothing.
    if (found.unplaced > 0) await nextFrame(document);
    clock();
    const placed = await inSlices(() => overtaken() || found.placeSome(), slices);
    if (!placed || overtaken()) return null;
    show(found.inOrder(text.pieces), phase);
    state.nameOf = (id) => found.nameOf(id) ?? id;
    const took = clock();
    // Of what was read last: looking again whether it can be seen is not what a reader waits for.
    if (splices.length > 0) Object.assign(state.timings, { spot: spotted, mark: took });
    return reading(linked?.announcement, took);
  };

  const readAll = async (overtaken: () => boolean): Promise<Reading | null> => {
    state.factsOf = once(() => state.readFacts());
    const article = articleOf(document, host.judge());
    if (!article.isArticle && !host.insists()) {
      leave('no-article');
      return reading();
    }
    // Finding the article and reading it are a turn each: on a fresh page both run in code that is compiled as it is met.
    await slices.rest();
    if (overtaken()) return null;
    language = rootOf(document).lang || null;
    const clock = createClock();
    const walk = createTextWalk(article.roots, { flowsInline, maxChars: MOST_UNITS });
    if (!(await walkInSlices(walk, overtaken))) return null;
    state.timings.read = clock();
    const { pieces, shadowRoots: trees, truncated } = walk.pieces();
    [roots, shadowRoots] = [article.roots, trees];
    state.truncated = truncated;
    if (pieces.reduce((units, piece) => units + piece.text.length, 0) > LONG && text.pieces.length === 0) {
      // Of a long page, what the reader sees comes first, linked by itself; the whole may still think better of it.
      await afterFrame(document);
      const first = overtaken() ? null : text.replaceAll(piecesInView(document, pieces));
      if (!first || !(await mark([first], overtaken, 'reading'))) return null;
      await slices.rest();
      if (overtaken()) return null;
    }
    const splice = text.replaceAll(pieces);
    if (relink) linker.forget();
    // What is read is the same: only what can be seen of it may have changed.
    if (!splice && !relink) found.unplaceAll();
    const splices = splice ? [splice] : relink ? [{ at: 0, remove: 0, insert: [], out: [] }] : [];
    relink = false;
    return mark(splices, overtaken);
  };

  const readChanged = async (
    nodes: readonly ChangedNodes[],
    overtaken: () => boolean,
  ): Promise<Reading | null> => {
    const splices: Splice[] = [];
    /** What was changed so far has not been linked: then all of it has to be. */
    const giveUp = () => {
      relink ||= splices.length > 0;
    };
    for (const changed of nodes) {
      const { blocks, gone, outside } = dirtyBlocks(changed, roots, text);
      // Shadow trees have an order of their own: pages made of them are read as a whole.
      if (
        shadowRoots.length > 0 ||
        (outside && !isSameList(articleOf(document, host.judge()).roots, roots))
      ) {
        giveUp();
        return readAll(overtaken);
      }
      // The text may be what it was, and can be seen now, or no more.
      for (const element of changed.shown) found.unplaceIn(element);
      for (const subtree of gone) splices.push(...text.drop(subtree));
      for (const block of blocks) {
        const walk = createTextWalk([block], {
          flowsInline,
          maxChars: Math.max(0, MOST_UNITS - text.length),
        });
        if (!(await walkInSlices(walk, overtaken))) {
          giveUp();
          return null;
        }
        const { pieces, shadowRoots: trees, truncated } = walk.pieces();
        // A page can grow past what is read of one. It stays so until everything is read again.
        state.truncated ||= truncated;
        const splice = trees.length > 0 ? 'unknown' : text.exchange(block, pieces);
        if (splice === 'unknown') {
          giveUp();
          return readAll(overtaken);
        }
        if (splice) splices.push(splice);
      }
    }
    if (found.carryOver(splices)) show(found.inOrder(text.pieces), 'done');
    return splices.length > 0 || found.unplaced > 0 ? mark(splices, overtaken) : reading();
  };

  const next = async (overtaken: () => boolean): Promise<Reading | null> => {
    const nodes = changes;
    changes = [];
    if (!everything) {
      if (nodes.length > 0) return readChanged(nodes, overtaken);
      return state.phase === 'done' ? mark([], overtaken) : reading();
    }
    everything = false;
    return readAll(overtaken);
  };

  const cutOff = (failed: boolean) => {
    // The next run begins from nothing.
    everything = true;
    relink ||= failed;
  };
  const runs = createRuns(next, cutOff, signal);

  return {
    run(change) {
      if (state.stopped) {
        if (change !== null && !change.routeChanged) return Promise.resolve(null);
        state.stopped = false;
        state.phase = 'reading';
      }
      if (change?.nodes && !change.routeChanged && isMarked()) changes.push(change.nodes);
      else {
        everything = true;
        changes = [];
        runs.overtake();
      }
      return runs.start();
    },
    recheck() {
      if (state.stopped) return Promise.resolve(null);
      found.unplaceAll();
      return runs.start();
    },
    forget() {
      relink = true;
    },
    stopReading() {
      if (state.phase !== 'reading') return;
      runs.overtake();
      everything = true;
      state.stopped = true;
      state.phase = 'done';
    },
    stop() {
      runs.overtake();
      everything = true;
      leave('off');
    },
  };
}

function walkInSlices(walk: TextWalk, overtaken: () => boolean): Promise<boolean> {
  return inSlices(() => overtaken() || walk.step(NODES_AT_ONCE), slices).then((done) => done && !overtaken());
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

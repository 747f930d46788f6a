/**
 * The mentions that were found, by the piece of text they stand in. A piece that has not changed keeps its mentions with
 * their ranges; and a mention that stands where one stood before stays the same object: what the pointer is on, and whose
 * card is open, must not change because the page has changed elsewhere.
 */
import type { LinkedMention } from '../core/linking/link.ts';
import { isSamePlace } from './marks/highlights.ts';
import type { LinkedPage } from './page-linker.ts';
import type { PageMention } from './page-state.ts';
import type { Splice } from './read/page-text.ts';
import type { Piece } from './read/piece.ts';
import { locate } from './read/text-map.ts';
import { createShownCheck } from './read/visible.ts';

/** Mentions placed between two looks at the clock. */
const PLACED_AT_ONCE = 25;
/** Units of the gap between two pieces. */
const GAP = 2;

interface Candidate {
  readonly piece: Piece;
  /** Its place is counted from the piece's beginning. */
  readonly mention: LinkedMention;
  /** Null while it cannot be seen. */
  placed: PageMention | null;
}

export interface FoundMentions {
  /** Mentions that have no place that can be seen; of the last placing. */
  readonly hidden: number;
  /** Mentions that have yet to be placed. */
  readonly unplaced: number;
  /**
   * Marks in a piece that was written anew are carried over to the same words in the new text, until it is known what is
   * meant there now. True when there were any.
   */
  carryOver(splices: readonly Splice[]): boolean;
  take(linked: LinkedPage, splices: readonly Splice[]): void;
  /** Places some; true once there are no more. */
  placeSome(): boolean;
  /** All are placed anew: what can be seen may have changed. */
  unplaceAll(): void;
  /** The same for what stands in this element. */
  unplaceIn(element: Node): void;
  /** Those that can be seen and are wanted, with their places in the whole text and the sections they stand in. */
  inOrder(pieces: readonly Piece[]): PageMention[];
  nameOf(id: string): string | null;
  clear(): void;
}

export function createFoundMentions(isWanted: (mention: LinkedMention) => boolean): FoundMentions {
  const found = new Map<Piece, readonly Candidate[]>();
  const names = new Map<string, string>();
  /** Placed mentions whose piece is gone or was linked anew: they may turn up in the same place. */
  let former = new Map<Node, PageMention[]>();
  let waiting: Candidate[] = [];
  let isShown: ((text: Node) => boolean) | null = null;
  let hidden = 0;

  const retire = (piece: Piece) => {
    for (const { placed } of found.get(piece) ?? []) {
      if (!placed) continue;
      const node = placed.range.startContainer;
      const there = former.get(node);
      if (there) there.push(placed);
      else former.set(node, [placed]);
    }
    found.delete(piece);
  };
  const place = (candidate: Candidate) => {
    const { piece, mention, placed: before } = candidate;
    const at = locate(piece, mention);
    if (!at || !isShown?.(at.startContainer)) {
      candidate.placed = null;
      return;
    }
    const range = new StaticRange(at);
    const isIt = (one: PageMention) => one.entity === mention.entity && isSamePlace(one.range, range);
    const same = before && isIt(before) ? before : former.get(at.startContainer)?.find(isIt);
    candidate.placed = same
      ? Object.assign(same, mention, { range: same.range })
      : { ...mention, range, section: null };
  };

  return {
    get hidden() {
      return hidden;
    },
    get unplaced() {
      return waiting.length;
    },
    carryOver(splices) {
      let carried = false;
      for (const { out, insert } of splices) {
        for (const piece of insert) {
          const before = out.find(({ block }) => block === piece.block);
          const candidates = before ? carriedTo(piece, found.get(before) ?? []) : [];
          if (candidates.length === 0) continue;
          found.set(piece, candidates);
          carried = true;
        }
      }
      return carried;
    },
    take({ whole, pieces, names: told }, splices) {
      if (whole) for (const piece of [...found.keys()]) retire(piece);
      else for (const piece of removedBy(splices)) retire(piece);
      for (const [id, name] of told) names.set(id, name);
      for (const { piece, mentions } of pieces) {
        retire(piece);
        if (mentions.length === 0) continue;
        const candidates = mentions.map((mention): Candidate => ({ piece, mention, placed: null }));
        found.set(piece, candidates);
        waiting.push(...candidates);
      }
    },
    placeSome() {
      // What it knows of the page's boxes holds for one placing.
      isShown ??= createShownCheck();
      for (const candidate of waiting.splice(-PLACED_AT_ONCE)) place(candidate);
      if (waiting.length > 0) return false;
      isShown = null;
      former = new Map();
      return true;
    },
    unplaceAll() {
      waiting = [...found.values()].flat();
    },
    unplaceIn(element) {
      for (const [{ block }, candidates] of found)
        if (element.contains(block) || block.contains(element)) waiting.push(...candidates);
    },
    inOrder(pieces) {
      const mentions: PageMention[] = [];
      let offset = 0;
      let section: Node | null = null;
      hidden = 0;
      for (const piece of pieces) {
        section = piece.heading ?? section;
        for (const { mention, placed } of found.get(piece) ?? []) {
          if (!isWanted(mention)) continue;
          if (!placed) hidden++;
          else
            mentions.push(
              Object.assign(placed, { start: offset + mention.start, end: offset + mention.end, section }),
            );
        }
        offset += piece.text.length + GAP;
      }
      return mentions;
    },
    nameOf: (id) => names.get(id) ?? null,
    clear() {
      found.clear();
      waiting = [];
      former = new Map();
      hidden = 0;
    },
  };
}

/** Candidates whose words stand in the new text in the same order, with their places there. */
function carriedTo(piece: Piece, before: readonly Candidate[]): Candidate[] {
  let from = 0;
  return before.flatMap(({ mention, placed }): Candidate[] => {
    const start = placed ? piece.text.indexOf(mention.text, from) : -1;
    if (start < 0) return [];
    const end = start + mention.text.length;
    const at = locate(piece, { start, end });
    from = end;
    if (!at) return [];
    const moved = { ...mention, start, end };
    return [{ piece, mention: moved, placed: { ...moved, range: new StaticRange(at), section: null } }];
  });
}

function* removedBy(splices: readonly Splice[]): Generator<Piece> {
  for (const { out } of splices) yield* out;
}

/**
 * The door between the two content scripts of a frame. Both run in the extension's isolated world and share its global
 * object, which the page cannot see: the mentions script asks the worker to inject the card script, and then finds this.
 */
import type { Card } from '../core/dataset/card.ts';
import type { GroupedStatements } from '../core/dataset/grouping.ts';
import type { SentenceContext } from '../core/dataset/ranking.ts';
import type { PageFacts } from '../core/dataset/same-page.ts';
import type { Reason } from '../core/linking/reasons.ts';
import type { Words } from '../core/words/fill.ts';
import type { CardTools } from './card-tools-door.ts';

/** Why a card closed: only a keyboard close gives the focus back to where it was. */
export type CloseReason = 'escape' | 'left' | 'scrolled' | 'replaced' | 'gone' | 'outside';

export interface OpenRequest {
  /** The entity the words stand for. */
  readonly entity: { readonly id: string; readonly name: string };
  /** Its card; null when it is not here yet: then the card script asks `loadCard` and says what became of it. */
  readonly card: Card | null;
  readonly page: PageFacts;
  /** The words on the page. Asked again whenever the card places itself; null once they are gone. */
  readonly anchor: () => DOMRect | null;
  /** The text the pointer or keyboard is on, as the page writes it. */
  readonly mention: string;
  readonly why: readonly Reason[];
  /** The sentence the words stand in, with what else it names: statements that speak of the same come first. */
  readonly context: SentenceContext;
  /** Cards of directly linked entities that are at hand. */
  readonly linked: readonly Card[];
  /** Move the keyboard into the card, and back when it closes. */
  readonly focus: boolean;
  /** Cards of related entities. Resolves with null when there is none; rejects when the worker does not answer. */
  readonly loadCard: (id: string) => Promise<Card | null>;
  /** Saves the words' sentence together with the card that is shown. */
  readonly save: ((card: Card) => void) | null;
  /** Opens a source from frames in which a link opens nothing; null where links work. */
  readonly openSource: ((url: string) => void) | null;
  /** The script behind the tools at the card's end (cite, why, not this one, report), fetched at first need. */
  readonly loadTools: () => Promise<CardTools>;
  /** The name of an entity of the dataset. */
  readonly nameOf: (id: string) => string;
  /** Stops taking these words (as the dataset writes them) for the entity on this site; resolves with the way to undo it. */
  readonly suppress: (alias: string, entity: string) => Promise<() => Promise<void>>;
  /** The words themselves, for going on from there when there was no focus to give back; null once they are gone. */
  readonly words: () => Range | null;
  readonly onPointer: (inside: boolean) => void;
  readonly onClosed: (reason: CloseReason) => void;
}

export interface CardDoor {
  open(request: OpenRequest): void;
  close(reason: CloseReason): void;
  /**
   * The open card's content with the cards it is linked with, where they were not at hand when it opened. A reader who has
   * begun to scroll is left alone: nothing moves under their eyes.
   */
  supply(card: Card, linked: readonly Card[]): void;
  /** Speaks another language from the next card on. */
  speak(words: Words): void;
  /** This card may be wanted in a moment: does ahead what takes long, and shows nothing. */
  prepare(card: Card, linked: readonly Card[]): void;
  /** What the open card shows right now (also after following a relation); null when none is open. */
  shown(): { readonly card: Card; readonly groups: GroupedStatements } | null;
  /** Where the open card is, in window coordinates; null when none is open. */
  box(): DOMRect | null;
  /** The reader has pinned the card: it stays where it is until closed. */
  isPinned(): boolean;
  /** The dataset no longer has this entity: a card that shows it says so instead. */
  withdraw(entity: string): void;
}

declare global {
  // Set by the card script in the isolated world of this frame.
  var sidelightCard: CardDoor | undefined;
  /** Left by the worker for the card script that comes next. */
  var sidelightWords: Words | undefined;
}

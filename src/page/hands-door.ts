/**
 * The door to the script that follows the reader's hand over a page: pointer, cards, and what the popup and the keyboard
 * ask. Most pages are read without any of it, and compiling it took a page a millisecond or two; so it comes when a hand
 * first moves, and has the time of a rest to come in. It runs in the isolated world, where the page cannot see it.
 */
import type { Card } from '../core/dataset/card.ts';
import type { Settings } from '../core/settings/settings.ts';
import { type CallMessage, type Calls, isCallMessage, type ReplyMessage } from '../messages/envelope.ts';
import type { ToPage } from '../messages/to-page.ts';
import type { ToWorker } from '../messages/to-worker.ts';
import type { Point } from './aim.ts';
import type { CloseReason } from './card-door.ts';
import type { PageMention, PageState } from './page-state.ts';

/** What the session lends to the hands. */
export interface HandsHost {
  readonly document: Document;
  readonly state: PageState;
  readonly worker: Calls<ToWorker>;
  /** This extension's id: nobody else is answered. */
  readonly extension: string;
  /** As they are now. */
  readonly settings: () => Settings;
  changeSettings(change: (settings: Settings) => Settings): Promise<unknown>;
  /** The open card's mention is this one now; null when none is open. */
  onCurrent(mention: PageMention | null): void;
  readonly saveMention: ((range: AbstractRange, card: Card) => void) | null;
  /** Takes the marks out of sight, or shows them again. */
  pause(): void;
  /** Reads the page whatever it looks like. */
  annotate(): void;
  /** Reads no further. */
  stopReading(): void;
  checkAccess(): Promise<void>;
  /** The pointer's last movement before the hands came. */
  readonly moved: PointerEvent | null;
  readonly signal: AbortSignal;
}

/** Who sent a message, as far as the page asks. */
export interface PageSender {
  readonly extension: string | undefined;
}

export interface Hands {
  /** Answers a message; null for one that is none of the page's. */
  answer(message: unknown, sender: PageSender): Promise<ReplyMessage> | null;
  /** A name was clicked or tapped in a way that opens its card. */
  clicked(mention: PageMention, point: Point): void;
  /** The mention whose card is open, if any. */
  current(): PageMention | null;
  close(reason: CloseReason): void;
  /** Marks were set anew. */
  afterRefresh(): void;
  /** Another release is there: cards are fetched anew. */
  releaseChanged(): void;
}

export type HandsDoor = (host: HandsHost) => Hands;

declare global {
  // Set by the hands script in the isolated world of this frame.
  var sidelightHands: HandsDoor | undefined;
}

/** The door, opened if need be. Rejects when the script cannot be fetched. */
export async function openHandsDoor(worker: Pick<Calls<ToWorker>, 'injectHands'>): Promise<HandsDoor> {
  if (!globalThis.sidelightHands) await worker.injectHands(null);
  const found = globalThis.sidelightHands;
  if (!found) throw new Error('the hands script did not start');
  return found;
}

const CALLS: Readonly<Record<keyof ToPage, true>> = {
  report: true,
  openMention: true,
  step: true,
  pause: true,
  annotate: true,
  stopReading: true,
  accessChanged: true,
  waitForChange: true,
  closeCard: true,
};

/** Whether a message is one that the hands answer: it has to be known at once, also when they are still to come. */
export function isPageCall(message: unknown): message is CallMessage {
  return isCallMessage(message) && Object.hasOwn(CALLS, message.name);
}

/** One state of one part of the interface, as the gallery shows it. */
import type { ComponentChild } from 'preact';
import type { Words } from '../../src/core/words/fill.ts';

export interface State {
  readonly name: string;
  /** Drawn anew with each call. */
  readonly draw: () => ComponentChild;
  /** Pixels of its frame; the room's own when left out. */
  readonly width?: number;
  readonly height?: number;
  /** The part of the address that the page reads, with its `#`. */
  readonly hash?: string;
  /** The other direction or language, where the state is about that. */
  readonly words?: Words;
}

/** What the states of a room have in common. */
export interface Room {
  readonly title: string;
  /** `card`: in a shadow root with the card's sheet, as on a page. Else a page of the extension with these sheets. */
  readonly sheets:
    | 'card'
    | readonly ('pages' | 'popup' | 'panel' | 'settings' | 'updates' | 'welcome' | 'library')[];
  readonly width: number;
  readonly height: number;
  readonly states: readonly State[];
}

/** Resolves never: what is still on its way. */
export function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}

/** What a worker that was stopped answers. */
export function died(): Promise<never> {
  return Promise.reject(new Error('nobody received it'));
}

/** The door to the third script of a frame: what a reader does with a card now and then, so that cards need not carry it. */
import type { Card, CardStatement } from '../core/dataset/card.ts';
import type { PageFacts } from '../core/dataset/same-page.ts';
import type { Reason } from '../core/linking/reasons.ts';

export type Tool = 'cite' | 'why' | 'not-this' | 'report';

export interface ToolRequest {
  readonly tool: Tool;
  readonly card: Card;
  /** The statement it was asked for; null for the whole card. */
  readonly statement: CardStatement | null;
  readonly page: PageFacts;
  readonly mention: string;
  readonly why: readonly Reason[];
  /** The open page. */
  readonly address: { readonly url: string; readonly host: string };
  readonly nameOf: (id: string) => string;
  readonly suppress: (alias: string, entity: string) => Promise<() => Promise<void>>;
  /** Goes on to another tool: from a citation to reporting a mistake in it. */
  readonly go: (tool: Tool, statement: CardStatement | null) => void;
}

export interface CardTools {
  /** Shows a tool inside the card; returns how to take it away again. */
  mount(element: HTMLElement, request: ToolRequest): () => void;
}

declare global {
  // Set by the tools script in the isolated world of this frame.
  var sidelightTools: CardTools | undefined;
}

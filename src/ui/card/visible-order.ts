/**
 * Takes the invisible characters that turn text around out of a card. With them a record could show a reader other words
 * than it holds ("evil" is shown as "live"); no text of ours needs them, since every name is isolated by the style sheet.
 */
import type { Card, CardStatement } from '../../core/dataset/card.ts';

const TURNERS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Controls and signs without width, which are no text at all. Joiners stay: Persian and Hindi are written with them. */
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2060-\u2064\ufeff]/g;

/** Looked up, not read: a passage must stay as the source has it, and an address as it is. */
const LEFT_ALONE: ReadonlySet<string> = new Set(['url', 'archived', 'passage', 'id']);

/** The same card without bidirectional and other controls in anything that is shown. */
export function inVisibleOrder(card: Card): Card {
  return strip(card) as Card;
}

/** The same statement without them. */
export function statementInVisibleOrder(statement: CardStatement): CardStatement {
  return strip(statement) as CardStatement;
}

function strip(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(TURNERS, '').replace(INVISIBLE, '');
  if (Array.isArray(value)) return value.map(strip);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, LEFT_ALONE.has(key) ? inner : strip(inner)]),
  );
}

/** When a statement happened, and when it came out if that is what its place on the card turns on. */

import { eventStart, lastDay } from '../../core/dataset/dates.ts';
import type { PlacedStatement } from '../../core/dataset/grouping.ts';
import { inWords } from '../dates.ts';
import { TEXT } from '../strings.ts';

/** The event, else the day it describes, else when it became known; null when none is on record. */
export function whenOf({ statement: { event, asOf, known } }: PlacedStatement): string | null {
  if (event !== undefined) return inWords(event);
  if (asOf !== undefined) return TEXT.asOf(inWords(asOf));
  return known === null ? null : TEXT.known(inWords(known));
}

/**
 * When it became known, for something older than the article that stands under "known since": its own date alone would
 * look misplaced there. Null everywhere else.
 */
export function cameOut(placed: PlacedStatement, articleDate: string | null): string | null {
  const { event, asOf, known } = placed.statement;
  const happened = event === undefined ? (asOf ?? null) : eventStart(event);
  if (placed.group !== 'since' || articleDate === null || known === null || happened === null) return null;
  return happened <= lastDay(articleDate) ? TEXT.known(inWords(known)) : null;
}

/**
 * The figures of a card, kind by kind. A planned figure beside an installed one reads as growth, or as a broken promise;
 * neither may be true. So figures stand together only where they count the same thing in the same way.
 */
import { compareTexts } from '../text/compare-texts.ts';
import type { CardStatement } from './card.ts';
import { shownDate } from './grouping.ts';
import type { AmountProperty } from './vocabulary.ts';

export type Figure = NonNullable<CardStatement['amount']>;

export interface FigureGroup {
  readonly property: AmountProperty;
  /** Of this property only, oldest first. */
  readonly figures: readonly { readonly figure: Figure; readonly statement: CardStatement }[];
}

/** A group for each property, in the order in which each first appears in time. */
export function figureGroups(statements: readonly CardStatement[]): FigureGroup[] {
  const all = statements
    .flatMap((statement) => (statement.amount ? [{ figure: statement.amount, statement }] : []))
    .sort((a, b) => compareTexts(shownDate(a.statement) ?? '9999', shownDate(b.statement) ?? '9999'));
  const properties = [...new Set(all.map(({ figure }) => figure.property))];
  return properties.map((property) => ({
    property,
    figures: all.filter(({ figure }) => figure.property === property),
  }));
}

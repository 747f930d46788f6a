/** How well a statement stands, in words: never by colour or place alone. */
import type { Figure } from '../../core/dataset/figures.ts';
import type { PlacedStatement } from '../../core/dataset/grouping.ts';
import { AMOUNT, BASIS, LOCALE, QUALIFIER, STANDING, TEXT } from '../strings.ts';

export interface Mark {
  readonly text: string;
  /** Changes how the statement may be read; the others only say where it comes from. */
  readonly caution: boolean;
}

/** Cautions first. */
export function marksOf({ statement, thisArticle, oneSource }: PlacedStatement): Mark[] {
  const { basis, standing, allegation, amount } = statement;
  const cautions = [
    allegation ? TEXT.allegation : '',
    STANDING[standing],
    thisArticle ? TEXT.thisArticle : '',
  ];
  const others = [
    amount ? TEXT.amount(AMOUNT[amount.property], figureInWords(amount)) : '',
    BASIS[basis],
    // Its only source being this page says more than its being one.
    oneSource && !thisArticle ? TEXT.oneSource : '',
  ];
  const some = (texts: readonly string[], caution: boolean) =>
    texts.filter((text) => text !== '').map((text) => ({ text, caution }));
  return [...some(cautions, true), ...some(others, false)];
}

/** The figure with how exact it is and what it counts. What kind of figure it is has to be said beside it. */
export function figureInWords({ value, qualifier, unit }: Figure): string {
  const number = new Intl.NumberFormat(LOCALE).format(value);
  return [QUALIFIER[qualifier] ?? '', number, unit].join(' ').trim();
}

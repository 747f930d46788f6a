/** Serbian is on record in Latin script; readers of the Cyrillic interface get it in theirs. */
import type { Card } from '../core/dataset/card.ts';
import type { LocalText } from '../core/dataset/release.ts';
import { toCyrillicProse } from '../core/text/serbian-prose.ts';
import type { InterfaceLanguage } from '../core/words/languages.ts';

/** The cards as a reader of `language` gets them. */
export function inReadersScript(cards: readonly Card[], language: InterfaceLanguage): readonly Card[] {
  return language === 'sr' ? cards.map(inCyrillic) : cards;
}

function inCyrillic(card: Card): Card {
  return {
    ...card,
    summary: turn(card.summary),
    statements: card.statements.map((statement) => ({ ...statement, text: turn(statement.text) })),
  };
}

function turn(text: LocalText): LocalText {
  return text.sr === undefined ? text : { ...text, sr: toCyrillicProse(text.sr) };
}

/** What a release must reach over the gold set. */
import { percent } from './percent.ts';
import { type GoldScore, share } from './score.ts';

/**
 * Precision first: one wrong card in fifty is as much as readers forgive, while a missed name only
 * leaves them where they were. Each language has floors of its own, so that English cannot pay for Serbian.
 */
export const FLOORS = {
  precision: 0.98,
  recall: 0.95,
  languagePrecision: 0.98,
  languageRecall: 0.9,
  traps: 0.95,
} as const;
/** A language with fewer labelled mentions has no floors of its own: one miss would decide. */
const ENOUGH_MENTIONS = 8;

/** What is below its floor, a sentence each; empty when the release may go out. */
export function belowFloors(score: GoldScore): string[] {
  const below = (what: string, value: number, floor: number) =>
    value < floor ? [`${what} is ${percent(value)}, below ${percent(floor)}`] : [];
  const { overall, traps, byLanguage } = score;
  return [
    ...below('precision', overall.precision, FLOORS.precision),
    ...below('recall', overall.recall, FLOORS.recall),
    ...below('share of traps passed', share(traps.passed, traps.total), FLOORS.traps),
    ...Object.entries(byLanguage).flatMap(([lang, { right, missed, precision, recall }]) =>
      right + missed < ENOUGH_MENTIONS
        ? []
        : [
            ...below(`precision in ${lang}`, precision, FLOORS.languagePrecision),
            ...below(`recall in ${lang}`, recall, FLOORS.languageRecall),
          ],
    ),
  ];
}

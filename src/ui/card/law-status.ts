/** What the law was on a day, from its dated states. */
import type { CardLawState } from '../../core/dataset/card.ts';
import { firstDay, lastDay, type PartialDate } from '../../core/dataset/dates.ts';
import { compareTexts } from '../../core/text/compare-texts.ts';

export interface LawStatus {
  /** The last state reached by that day; null when none had been. A law that is amended stays what it was. */
  readonly held: CardLawState | null;
  /** The last change to it by that day, where it came after `held`: an amendment, or a state of a part only. */
  readonly changed: CardLawState | null;
  /** What the text itself had fixed for later: a law that is adopted says from when it applies, often in stages. */
  readonly coming: readonly CardLawState[];
}

/** States in the order in which they came. */
export function inOrder(states: readonly CardLawState[]): readonly CardLawState[] {
  return [...states].sort((a, b) => compareTexts(firstDay(a.date), firstDay(b.date)));
}

/**
 * The status on the day (or in the month, or year) `date`. Null when it cannot be told, because a state's date may lie
 * before or after it: "2019" against an article of June 2019.
 */
export function statusOn(states: readonly CardLawState[], date: PartialDate): LawStatus | null {
  const begin = firstDay(date);
  const end = lastDay(date);
  const ordered = inOrder(states);
  if (ordered.some((state) => lastDay(state.date) > begin && firstDay(state.date) <= end)) return null;
  const reached = ordered.filter((state) => lastDay(state.date) <= begin);
  const held = reached.findLast((state) => !isChange(state)) ?? null;
  const last = reached.at(-1) ?? null;
  const later = ordered.filter((state) => firstDay(state.date) > end);
  // What follows a change was fixed by the change, and nobody could know it on that day.
  const change = later.findIndex((state) => !isEffect(state));
  const fixed = held !== null && (held.state === 'adopted' || isEffect(held));
  return {
    held,
    changed: last !== held ? last : null,
    coming: fixed ? later.slice(0, change < 0 ? undefined : change) : [],
  };
}

/** The law goes on as what it was. */
function isChange(state: CardLawState): boolean {
  return state.state === 'amended' || (state.part !== undefined && !isEffect(state));
}

function isEffect({ state }: CardLawState): boolean {
  return state === 'in-force' || state === 'applies';
}

/** States apart by the jurisdiction they are of, which is undefined for laws of one jurisdiction. */
export function byJurisdiction(
  states: readonly CardLawState[],
): ReadonlyMap<string | undefined, readonly CardLawState[]> {
  return Map.groupBy(states, ({ jurisdiction }) => jurisdiction);
}

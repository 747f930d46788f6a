/**
 * Which place, if any, is the passage: the one rule that everything about trust hangs on. A wrong place is worse than none,
 * and a doubtful one is shown as a question. DESIGN.md tells where the numbers come from.
 */
import { type Candidate, weight } from './candidates.ts';

export type Verdict =
  | { readonly confidence: 'exact' | 'moved' | 'edited'; readonly place: Candidate }
  | { readonly confidence: 'ambiguous'; readonly choices: readonly Candidate[] }
  | { readonly confidence: 'lost' };

/** From here on a side's surroundings are the same ones, edited: unlike text never gets this far. */
const AGREES = 0.62;
/** Words on both sides that stand near, but not where they stood, agree together from here on. */
const AGREES_OVERALL = 0.5;
/** Places whose weights differ by less are not told apart. */
const MARGIN = 0.06;
/** The same words, so many of them, stand twice by accident hardly ever: alone on the page, they are the passage. */
const DISTINCTIVE = 40;
/** Floors for changed words: where the surroundings agree, and where nothing but the words themselves speaks. */
const FLOOR_IN_PLACE = 0.66;
const FLOOR_ALONE = 0.96;
const FLOOR_ALONE_LONG = 0.9;
/** A changed passage without its surroundings must be this long: short ones resemble too much. */
const LONG_ENOUGH_ALONE = 64;
/** A sentence about another town may differ in a tenth of its letters; three sentences in a row hardly do. */
const LONG = 500;
/** A few words are changed by some letters into others: all surroundings have to agree. */
const SHORT = 16;
/** Below this a place is not even offered as a choice. */
const WORTH_ASKING = 0.6;
const MOST_CHOICES = 4;

/** How much words tell: a character that is written without spaces is about as rare as three letters. */
export function tellingLength(words: string): number {
  return (
    words.length +
    2 *
      (words.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0)
  );
}

/** The verdict on all places, those with the very words and those with similar ones; `length` is the telling one. */
export function judge(
  places: readonly Candidate[],
  length: number,
  isAtOldPosition: (place: Candidate) => boolean,
): Verdict {
  const ranked = [...places].sort((a, b) => weight(b) - weight(a));
  const best = ranked.find((place) => isAccepted(place, length));
  if (!best) {
    const possible = ranked.filter((place) => place.likeness >= WORTH_ASKING);
    return possible.length > 0 ? ambiguous(possible) : { confidence: 'lost' };
  }
  const rivals = ranked.filter((place) => place !== best && isRival(place, best));
  if (rivals.length === 0) return attached(best);
  // On an unchanged page that repeats itself, the position tells.
  const asBefore = [best, ...rivals].find(
    (place) => place.likeness === 1 && best.all - place.all < 0.02 && isAtOldPosition(place),
  );
  return asBefore ? attached(asBefore) : ambiguous([best, ...rivals]);
}

/** About as good; or worse in its words, but with the surroundings to be the original of which `best` is a copy. */
function isRival(place: Candidate, best: Candidate): boolean {
  if (weight(best) - weight(place) < MARGIN) return true;
  // Where nothing but the words speaks for a place, it must have them alone.
  if (best.likeness === 1 && place.likeness === 1 && !agreesAround(best)) return true;
  return place.likeness >= WORTH_ASKING && place.all >= AGREES && best.all - place.all < 0.25;
}

function agreesAround({ side, all }: Candidate): boolean {
  return (side !== null && side >= AGREES) || all >= AGREES_OVERALL;
}

function isAccepted(place: Candidate, length: number): boolean {
  const { likeness, all } = place;
  const agrees = agreesAround(place);
  if (likeness === 1) return agrees || length >= DISTINCTIVE;
  if (length < SHORT) return likeness >= FLOOR_IN_PLACE && all >= AGREES;
  if (agrees) return likeness >= FLOOR_IN_PLACE;
  if (length >= LONG) return likeness >= FLOOR_ALONE_LONG;
  return likeness >= FLOOR_ALONE && length >= LONG_ENOUGH_ALONE;
}

function attached(place: Candidate): Verdict {
  if (place.likeness < 1) return { confidence: 'edited', place };
  return { confidence: place.side === null || place.side >= AGREES ? 'exact' : 'moved', place };
}

function ambiguous(places: readonly Candidate[]): Verdict {
  return { confidence: 'ambiguous', choices: places.slice(0, MOST_CHOICES) };
}

/**
 * Which statements speak of what a sentence speaks of.
 *
 * A term weighs the more the fewer of the statements at hand have it (inverse document frequency, Spärck Jones 1972); words
 * are compared by their beginnings, so that "deleted" meets "deletes". Two words that stand side by side in both ("case
 * study") weigh more than each by itself. Entities named in the sentence and years in it weigh as much as a rare word each.
 * Nothing is learnt and nothing hidden: each result says what it shares with the sentence.
 */
import { fold } from '../text/fold.ts';
import type { Card, CardStatement } from './card.ts';

/** The sentence under the pointer, and the entities that are mentioned in it. */
export interface SentenceContext {
  readonly sentence: string;
  /** Their ids, and the words that name them. */
  readonly entities: readonly { readonly id: string; readonly words: string }[];
}

export interface NearStatement {
  readonly statement: CardStatement;
  /** The entity it came with, when that is not the card's own. */
  readonly from: { readonly id: string; readonly name: string } | null;
  readonly score: number;
  /** Words and years shared, as the sentence writes them. */
  readonly shared: readonly string[];
  /** Other entities of the sentence that the statement is about, as the sentence writes them. */
  readonly entities: readonly string[];
}

export interface RankingOptions {
  readonly limit: number;
}

/** Letters of a word that are compared. */
const STEM = 5;
const MIN_WORD = 4;
/** Among a few statements every word is rare: rarity is counted as if there were at least so many. */
const FEW = 30;
/** What two words side by side add to what each of them is worth, as a share of what a word as rare would be. */
const PAIR_SHARE = 0.5;
/** What a single shared word is worth: one word may be there by accident, however rare. */
const LONE_SHARE = 0.5;
/** What a shared entity and a shared year are worth. */
const ENTITY_POINTS = 2.2;
const YEAR_POINTS = 1.8;
/** Below this a statement has no more in common with the sentence than any other has. An entity and a year are enough, or two entities. */
const THRESHOLD = 4;
/** Nor is one shown that is not half as near as the nearest. */
const SHARE_OF_BEST = 0.5;
/** A statement of a linked entity has to be this much nearer than one of the card's own. */
const LINKED_SHARE = 0.75;
/**
 * What such a statement is worth when it is about something that has nothing to do with this card: a company's card tells of
 * its projects in fifty cities, and forty-nine of them are not the one in the sentence.
 */
const ELSEWHERE_SHARE = 0.5;
const YEAR = /\b(?:19|20)\d\d\b/g;
/** Words that say nothing of what a sentence is about, besides those too short to count. */
const COMMON = new Set(
  'about after again against also among another around because been before being between both could during each even first from further have having here into itself just like made make many more most much must never only other over part people same says said several should since some such than that their them then there these they this those through under until upon very were what when where which while will with within without would year years according including company government state city system project reported'.split(
    ' ',
  ),
);

/**
 * The statements of `card` and of the cards linked with it that are nearest to the sentence, nearest first; none when none
 * is near.
 */
export function rankBySentence(
  card: Card,
  linked: readonly Card[],
  context: SentenceContext,
  { limit }: RankingOptions,
): NearStatement[] {
  const pool = statementsAtHand(card, linked);
  const found = pool.map(({ statement }) => bagOf(statement));
  const wanted = wantedStems(card, context);
  const rarity = rarityAmong(found);
  const years = new Set(context.sentence.match(YEAR));
  const others = otherNames(card, linked, context);
  const near = new Set([card.id, ...linked.map(({ id }) => id), ...context.entities.map(({ id }) => id)]);
  const share = ({ statement, from }: AtHand) => {
    if (from === null) return 1;
    return statement.about.every((id) => near.has(id)) ? LINKED_SHARE : LINKED_SHARE * ELSEWHERE_SHARE;
  };

  const compare = (candidate: AtHand, bag: Stems | undefined): NearStatement => {
    const { statement } = candidate;
    const shared: string[] = [];
    let score = 0;
    for (const [stem, word] of wanted) {
      if (!bag?.has(stem)) continue;
      score += word === null ? rarity(stem) * PAIR_SHARE : rarity(stem);
      if (word !== null) shared.push(word);
    }
    if (shared.length === 1) score *= LONE_SHARE;
    const about = new Set([...statement.about, statement.speaker.id]);
    const entities = others
      .filter(
        ({ id, names }) => about.has(id) || names.some((stems) => stems.every((stem) => bag?.has(stem))),
      )
      .map(({ words }) => words);
    score += entities.length * ENTITY_POINTS;
    for (const year of yearsOf(statement)) {
      if (!years.has(year) || shared.includes(year)) continue;
      score += YEAR_POINTS;
      shared.push(year);
    }
    return { ...candidate, score: score * share(candidate), shared, entities };
  };
  return nearestOf(pool.map((candidate, i) => compare(candidate, found[i]))).slice(0, limit);
}

/** Another entity of the sentence: as the sentence writes it, and the words by which a statement may name it. */
interface OtherName {
  readonly id: string;
  readonly words: string;
  readonly names: readonly (readonly string[])[];
}

/** A statement is in the dataset's language: the names on record are looked for as well as those of the page. */
function otherNames(card: Card, linked: readonly Card[], { entities }: SentenceContext): OtherName[] {
  const known = new Map(entities.filter(({ id }) => id !== card.id).map(({ id, words }) => [id, words]));
  return [...known].map(([id, words]) => {
    const recorded = linked.find((other) => other.id === id)?.name;
    const names = [words, ...(recorded === undefined ? [] : [recorded])]
      .map((name) => [...stems(name).keys()])
      .filter((name) => name.length > 0);
    return { id, words, names };
  });
}

type AtHand = Pick<NearStatement, 'statement' | 'from'>;

/** The card's own statements, and those of linked cards that it does not show itself. */
function statementsAtHand(card: Card, linked: readonly Card[]): AtHand[] {
  const own = new Set(card.statements.map(({ id }) => id));
  return [
    ...card.statements.map((statement) => ({ statement, from: null })),
    ...linked.flatMap(({ id, name, statements }) =>
      statements
        .filter((statement) => !own.has(statement.id))
        .map((statement) => ({ statement, from: { id, name } })),
    ),
  ];
}

/** What the sentence says beside names: those are compared as entities, and nearly every statement of a card names its own. */
function wantedStems(card: Card, { sentence, entities }: SentenceContext): Stems {
  const wanted = stems(sentence);
  for (const words of [card.name, ...entities.map((entity) => entity.words)])
    for (const name of stems(words).keys())
      for (const term of wanted.keys()) if (term.split(' ').includes(name)) wanted.delete(term);
  return wanted;
}

function rarityAmong(bags: readonly Stems[]): (stem: string) => number {
  const frequency = new Map<string, number>();
  for (const bag of bags) for (const stem of bag.keys()) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  return (stem) => Math.log(1 + Math.max(bags.length, FEW) / (frequency.get(stem) ?? 1));
}

/** Those near enough, nearest first, each statement once. */
function nearestOf(all: readonly NearStatement[]): NearStatement[] {
  const seen = new Set<string>();
  const ranked = all
    .filter(({ score, shared, entities }) => score >= THRESHOLD && shared.length + entities.length > 1)
    .sort((a, b) => b.score - a.score)
    .filter(({ statement }) => !seen.has(statement.id) && seen.add(statement.id));
  const best = ranked[0]?.score ?? 0;
  return ranked.filter(({ score }) => score >= best * SHARE_OF_BEST);
}

/** Beginnings of words, each with the word as written; and of two words side by side, with null. */
type Stems = ReadonlyMap<string, string | null>;

/** Kept as long as the statement is: a company's hundred statements are ranked again at every name on a page. */
const bags = new WeakMap<CardStatement, Stems>();

function bagOf(statement: CardStatement): Stems {
  let bag = bags.get(statement);
  if (!bag) {
    bag = stems(`${statement.text.en} ${statement.text.sr ?? ''}`);
    bags.set(statement, bag);
  }
  return bag;
}

/** Of the words that count. */
function stems(text: string): Map<string, string | null> {
  const words = new Map<string, string | null>();
  let before = '';
  for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) {
    const folded = fold(word);
    const counts = folded.length >= MIN_WORD && !COMMON.has(folded) && !/^\d+$/.test(folded);
    const stem = counts ? folded.slice(0, STEM) : '';
    if (counts && !words.has(stem)) words.set(stem, word);
    if (counts && before) words.set(`${before} ${stem}`, null);
    before = stem;
  }
  return words;
}

function yearsOf({ event, text }: CardStatement): string[] {
  const dates = typeof event === 'string' ? [event] : [event?.from ?? '', event?.to ?? ''];
  return [...dates.map((date) => date.slice(0, 4)), ...(text.en.match(YEAR) ?? [])];
}

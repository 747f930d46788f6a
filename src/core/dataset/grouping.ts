/**
 * Then and since: what was known on the day an article was written, what became known after it, and what cannot be told.
 *
 * The measure is when a dated source said it, not when it happened: a leak of 2025 about 2024 was not known in January
 * 2025. Three answers are possible because dates are partial and some sources carry none:
 * - then: a source was published on or before the article's day.
 * - since: every dated source is later, and no undated one could have been earlier; or the event itself is later.
 * - unclear: anything else. Saying "since" of something that may have been on the record would be a false claim.
 */
import type { Card, CardStatement } from './card.ts';
import { eventStart, firstDay, lastDay, type PartialDate } from './dates.ts';
import { isSamePage, type PageFacts } from './same-page.ts';

export type Group = 'then' | 'since' | 'unclear';

/** A statement placed on a card: its group, its marks, and the replies that stand under it. */
export interface PlacedStatement {
  readonly statement: CardStatement;
  readonly group: Group;
  /** Every source of it is the open page or a copy of it: not independent evidence. */
  readonly thisArticle: boolean;
  /** All its independent sources come from one house. */
  readonly oneSource: boolean;
  readonly replies: readonly PlacedStatement[];
}

export interface GroupedStatements {
  readonly knownThen: readonly PlacedStatement[];
  readonly knownSince: readonly PlacedStatement[];
  readonly unclear: readonly PlacedStatement[];
}

/** The group of one statement for an article of `articleDate` (null: the article's date is not known, nothing can be told). */
export function groupOf(statement: CardStatement, articleDate: PartialDate | null): Group {
  if (articleDate === null) return 'unclear';
  const articleEnd = lastDay(articleDate);
  const articleStart = firstDay(articleDate);
  const dates = statement.sources.map((source) => source.published);
  if (dates.some((published) => published !== null && lastDay(published) <= articleStart)) return 'then';
  const start = statement.event === undefined ? null : eventStart(statement.event);
  if (start !== null && start > articleEnd) return 'since';
  const allLater =
    dates.length > 0 && dates.every((published) => published !== null && firstDay(published) > articleEnd);
  return allLater ? 'since' : 'unclear';
}

/**
 * Groups a card's statements for a page. Replies stand under the statement they answer when both fall into the same
 * group; a reply that came later opens no hole in "then": it stands in its own group by itself.
 * Order: then and unclear oldest first, since newest first.
 */
export function groupStatements(card: Card, page: PageFacts): GroupedStatements {
  const placed = new Map<string, PlacedStatement & { replies: PlacedStatement[] }>();
  for (const statement of card.statements) {
    placed.set(statement.id, { ...place(statement, page), replies: [] });
  }
  const top: PlacedStatement[] = [];
  for (const item of placed.values()) {
    const parent = item.statement.answers
      .map((id) => placed.get(id))
      .find((p) => p && p !== item && p.group === item.group);
    if (parent && !isAncestor(item, parent)) parent.replies.push(item);
    else top.push(item);
  }
  for (const item of placed.values()) item.replies.sort(byDate);
  const of = (group: Group) => top.filter((item) => item.group === group).sort(byDate);
  return { knownThen: of('then'), knownSince: of('since').reverse(), unclear: of('unclear') };
}

function place(statement: CardStatement, page: PageFacts): Omit<PlacedStatement, 'replies'> {
  const independent = statement.sources.filter((source) => !isSamePage(source, page));
  const houses = new Set(independent.map((source) => (source.origin ?? source.publisher).toLowerCase()));
  return {
    statement,
    group: groupOf(statement, page.date),
    thisArticle: statement.sources.length > 0 && independent.length === 0,
    oneSource: houses.size === 1,
  };
}

/** The statement with what answers it, directly or in turn, and what any of these answer. */
export function threadOf(statement: CardStatement, all: readonly CardStatement[]): CardStatement[] {
  const said = new Set([statement]);
  // What is added while this goes on has its turn as well.
  for (const { id } of said) for (const other of all) if (other.answers.includes(id)) said.add(other);
  const claims = all.filter(({ id }) => [...said].some(({ answers }) => answers.includes(id)));
  return [...new Set([...said, ...claims])];
}

/**
 * One statement with all its replies of `thread` under it, each once, also those that came later: for where it stands by
 * itself and no group has them. Those in `heard` stand somewhere already; what is placed is added to it.
 */
export function placeWithReplies(
  statement: CardStatement,
  thread: readonly CardStatement[],
  page: PageFacts,
  heard = new Set<string>(),
): PlacedStatement {
  heard.add(statement.id);
  const placeOne = (said: CardStatement): PlacedStatement => {
    const answers = thread.filter((other) => other.answers.includes(said.id) && !heard.has(other.id));
    for (const { id } of answers) heard.add(id);
    return { ...place(said, page), replies: answers.map(placeOne).sort(byDate) };
  };
  return placeOne(statement);
}

/** A statement and all that stands under it, from top to bottom. */
export function withReplies(placed: PlacedStatement): PlacedStatement[] {
  return [placed, ...placed.replies.flatMap(withReplies)];
}

/** One statement by itself, without its replies. */
export function placeStatement(statement: CardStatement, page: PageFacts): PlacedStatement {
  return { ...place(statement, page), replies: [] };
}

/** True when `item` is `node` or already holds it among its replies: guards against statements that answer each other. */
function isAncestor(item: PlacedStatement, node: PlacedStatement): boolean {
  return item === node || item.replies.some((reply) => isAncestor(reply, node));
}

/** What a statement is dated by when shown: its event, else the state it describes, else when it became known. */
export function shownDate(statement: CardStatement): string | null {
  if (statement.event !== undefined) return eventStart(statement.event) ?? statement.known;
  return statement.asOf ?? statement.known;
}

function byDate(a: PlacedStatement, b: PlacedStatement): number {
  const left = shownDate(a.statement) ?? '9999';
  const right = shownDate(b.statement) ?? '9999';
  return left < right ? -1 : left > right ? 1 : a.statement.id < b.statement.id ? -1 : 1;
}

/** What a tour of a page found, as JSON for other tools (the shape is a contract: add keys, keep these) and for people. */
import { ACT_WORDS } from '../../src/core/annotation/out/act-words.ts';
import type { EventDate } from '../../src/core/dataset/dates.ts';
import type { Group, GroupedStatements, PlacedStatement } from '../../src/core/dataset/grouping.ts';
import type { PageReport, ReportedMention } from '../../src/messages/to-page.ts';

export interface Findings {
  readonly url: string;
  readonly articleDate: string | null;
  readonly mentions: readonly ReportedMention[];
  readonly card: FoundCard | null;
  /** Milliseconds. */
  readonly timings: Readonly<Record<string, number>>;
}

export interface FoundCard {
  readonly entity: string;
  readonly name: string;
  /** Those known then, those known since, those that cannot be told; replies follow what they answer. */
  readonly statements: readonly FoundStatement[];
}

export interface FoundStatement {
  readonly id: string;
  readonly text: string;
  readonly speaker: string;
  readonly act: string;
  readonly basis: string;
  readonly standing: string;
  /** A partial date, or an interval `from/to` with `..` for an open end; null when the statement has none. */
  readonly event: string | null;
  readonly asOf: string | null;
  readonly known: string | null;
  readonly group: Group;
  readonly answers: readonly string[];
  readonly thisArticle: boolean;
  readonly oneSource: boolean;
  readonly sources: readonly {
    readonly url: string;
    readonly publisher: string;
    readonly published: string | null;
    readonly title: string | null;
  }[];
}

export function findingsOf(
  report: PageReport,
  card: PageReport['card'],
  timings: Readonly<Record<string, number>>,
): Findings {
  return {
    url: report.url,
    articleDate: report.articleDate,
    mentions: report.mentions,
    card: card && { entity: card.entity, name: card.name, statements: flatten(card.groups) },
    timings: { ...timings, ...report.timings },
  };
}

export function describeMentions({ url, articleDate, mentions, state }: PageReport): string {
  const lines = [`${url} (${articleDate ? `article of ${articleDate}` : 'the article’s date is not known'})`];
  if (mentions.length === 0) {
    lines.push(
      state === 'no-article'
        ? 'This page is no article: nothing was marked.'
        : 'No name was marked on this page.',
    );
  }
  for (const [index, { text, name, entity, kind, statements }] of mentions.entries()) {
    const words = text.replace(/\s+/g, ' ');
    lines.push(
      `${String(index + 1).padStart(4)}. ${words} → ${name} (${kind}, ${entity}): ${count(statements ?? 0, 'sourced statement')}`,
    );
  }
  return lines.join('\n');
}

export function describeCard(card: FoundCard): string {
  const part = (title: string, group: Group) => {
    const statements = card.statements.filter((statement) => statement.group === group);
    return statements.length === 0 ? [] : ['', `  ${title}`, ...statements.map(describeStatement)];
  };
  return [
    `The card of ${card.name}:`,
    ...part('Known when the article was published', 'then'),
    ...part('Known since then', 'since'),
    ...part('Timing unclear', 'unclear'),
  ].join('\n');
}

function describeStatement(statement: FoundStatement): string {
  const { event, asOf, text, speaker, act, answers } = statement;
  const said = (ACT_WORDS as Readonly<Record<string, string>>)[act] ?? act;
  const date = event ?? (asOf ? `as of ${asOf}` : 'undated');
  const marks = [
    answers.length > 0 ? 'a reply' : '',
    statement.thisArticle ? 'this article' : '',
    statement.oneSource ? 'one source' : '',
    statement.standing === 'current' ? '' : statement.standing,
  ].filter(Boolean);
  const sources = statement.sources.map(
    (source) => `        ${source.publisher}, ${source.published ?? 'undated'}: ${source.url}`,
  );
  return [
    `    ${date}: ${text}`,
    `        [${[`${speaker}: ${said}`, ...marks].join(' · ')}]`,
    ...sources,
  ].join('\n');
}

function flatten({ knownThen, knownSince, unclear }: GroupedStatements): FoundStatement[] {
  return [...knownThen, ...knownSince, ...unclear].flatMap(withReplies);
}

function withReplies(placed: PlacedStatement): FoundStatement[] {
  const { statement, group, thisArticle, oneSource } = placed;
  const found: FoundStatement = {
    id: statement.id,
    text: statement.text.en,
    speaker: statement.speaker.name,
    act: statement.act,
    basis: statement.basis,
    standing: statement.standing,
    event: statement.event === undefined ? null : interval(statement.event),
    asOf: statement.asOf ?? null,
    known: statement.known,
    group,
    answers: statement.answers,
    thisArticle,
    oneSource,
    sources: statement.sources.map(({ url, publisher, published, title }) => ({
      url,
      publisher,
      published,
      title,
    })),
  };
  return [found, ...placed.replies.flatMap(withReplies)];
}

function interval(event: EventDate): string {
  return typeof event === 'string' ? event : `${event.from ?? '..'}/${event.to ?? '..'}`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

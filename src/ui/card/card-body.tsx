/** One entity's card from top to bottom. */
import { useMemo } from 'preact/hooks';
import type { Card, CardSource } from '../../core/dataset/card.ts';
import {
  type GroupedStatements,
  groupStatements,
  type PlacedStatement,
} from '../../core/dataset/grouping.ts';
import { overdueDays } from '../../core/dataset/review.ts';
import { isSamePage, type PageFacts } from '../../core/dataset/same-page.ts';
import type { Tool } from '../../page/card-tools-door.ts';
import { inWords } from '../dates.ts';
import { TEXT, TOOL } from '../strings.ts';
import { DATASET } from '../updates/card-words.ts';
import { OriginLine } from '../updates/origin-line.tsx';
import { VersionLine } from '../updates/version-line.tsx';
import { Connections } from './connections.tsx';
import { crossReferences } from './cross-references.ts';
import { Figures } from './figures.tsx';
import { jumpToStatement } from './jump.ts';
import { LegalStatus } from './legal-status.tsx';
import type { OpenSource } from './link.tsx';
import { localText, localTextLanguage } from './local-text.ts';
import { type Near, Nearest } from './nearest.tsx';
import { Overview } from './overview.tsx';
import { RelatedLaws } from './related-laws.tsx';
import type { StatementLinks } from './statement.tsx';
import { LIMIT, StatementGroup } from './statement-group.tsx';
import { Timeline } from './timeline.tsx';
import type { OpenTool } from './tools.ts';
import { useAfterPaint } from './use-after-paint.ts';

export interface CardBodyProps {
  readonly card: Card;
  /** Statements nearest to the sentence the card was opened at. */
  readonly near: readonly Near[];
  readonly page: PageFacts;
  /** Leads to another entity's card. */
  readonly go: (id: string, name: string) => void;
  readonly openSource: OpenSource;
  readonly openTool: OpenTool;
  readonly unfolded: Set<string>;
  /** Cards of linked laws that are at hand. */
  readonly laws: readonly Card[];
  /** Draw everything at once. */
  readonly whole: boolean;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Opened at words of the page, and not by going on from another card. */
  readonly atWords: boolean;
}

/** So many statements reach below the fold of any card: what comes after them cannot make it higher. */
const FILLING = 5;

export function CardBody(props: CardBodyProps) {
  const { card, near, page, go, openSource, openTool, unfolded, laws, today } = props;
  const { groups, references } = useMemo(() => {
    const grouped = groupStatements(card, page);
    const shown = [...grouped.knownThen, ...grouped.knownSince, ...grouped.unclear];
    return { groups: grouped, references: crossReferences(card.statements, shown, jumpToStatement) };
  }, [card, page]);
  const first = page.date === null ? groups.unclear : groups.knownThen;
  // What is below the fold is drawn after the card is on the screen, so that the reader has it a frame or two sooner.
  const fills = near.length + Math.min(first.length, LIMIT) >= FILLING;
  const isWhole = useAfterPaint() || props.whole || !fills;
  const statementLinks = { go, openSource, openTool, self: card.id, page, references };
  const links = { ...statementLinks, unfolded };
  return (
    <div class="body">
      <div class="head">
        <h1 id="sidelight-name">{card.name}</h1>
        <p class="summary" lang={localTextLanguage(card.summary)}>
          {localText(card.summary)}
        </p>
        <OriginLine card={card} go={go} />
        {card.citation && <p class="citation">{card.citation}</p>}
        {page.date !== null && <Overview groups={groups} />}
        {page.date !== null && <Timeline groups={groups} articleDate={page.date} />}
      </div>
      <Nearest near={near} {...statementLinks} />
      <LegalStatus states={card.states} page={page} today={today} openSource={openSource} />
      <Figures statements={card.statements} {...statementLinks} />
      {card.states.length === 0 && <RelatedLaws laws={laws} page={page} today={today} go={go} />}
      <ByTime groups={groups} isWhole={isWhole} {...links} />
      {isWhole && (
        <>
          <Connections
            relations={card.relations}
            page={page}
            go={go}
            openSource={openSource}
            unfolded={unfolded}
          />
          <Colophon card={card} page={page} groups={groups} today={today} />
          <Actions openTool={openTool} atWords={props.atWords} />
        </>
      )}
    </div>
  );
}

interface ByTimeProps extends StatementLinks {
  readonly groups: GroupedStatements;
  readonly isWhole: boolean;
  readonly unfolded: Set<string>;
}

/**
 * What the writer could know comes first, then what has come out; what cannot be placed in time comes last, so that it is
 * taken for neither.
 */
function ByTime({ groups, isWhole, ...links }: ByTimeProps) {
  const { date } = links.page;
  if (date === null)
    return (
      <StatementGroup
        group="unclear"
        title={TEXT.statements}
        note={TEXT.noDate}
        empty={TEXT.nothingThen}
        placed={groups.unclear}
        {...links}
      />
    );
  return (
    <>
      <StatementGroup
        group="then"
        title={TEXT.knownThen(inWords(date))}
        placed={groups.knownThen}
        empty={TEXT.nothingThen}
        {...links}
      />
      {isWhole && (
        <>
          <StatementGroup
            group="since"
            title={TEXT.knownSince}
            aside={TEXT.newestFirst}
            placed={groups.knownSince}
            {...links}
          />
          <StatementGroup
            group="unclear"
            title={TEXT.unclear}
            note={TEXT.unclearNote}
            placed={groups.unclear}
            {...links}
          />
        </>
      )}
    </>
  );
}

/** The tools: those that are about the words only where there are some. */
function Actions({ openTool, atWords }: Pick<CardBodyProps, 'openTool' | 'atWords'>) {
  const tools: readonly Tool[] = atWords ? ['cite', 'why', 'not-this', 'report'] : ['cite', 'report'];
  return (
    <ul class="actions" aria-label={TEXT.tools}>
      {tools.map((tool) => (
        <li key={tool}>
          <button type="button" class="link" data-to={tool} onClick={() => openTool(tool, null)}>
            {TOOL[tool]}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface ColophonProps extends Pick<CardBodyProps, 'card' | 'page' | 'today'> {
  readonly groups: GroupedStatements;
}

function Colophon({ card, page, groups, today }: ColophonProps) {
  const { knownThen, knownSince, unclear } = groups;
  const isOpen = (source: CardSource) => isSamePage(source, page);
  const citesPage = ({ statement, replies }: PlacedStatement): boolean =>
    statement.sources.some(isOpen) || replies.some(citesPage);
  const isCited =
    [...knownThen, ...knownSince, ...unclear].some(citesPage) ||
    card.relations.some(({ sources }) => sources.some(isOpen));
  return (
    <div class="colophon">
      {card.withheld > 0 && <p>{TEXT.withheld(card.withheld)}</p>}
      {isCited && <p>{TEXT.thisArticleNote}</p>}
      <p>
        <Review card={card} today={today} /> ·{' '}
        <VersionLine version={card.datasetVersion} now={Date.now()} status={card.updates} />
      </p>
    </div>
  );
}

/** When somebody last looked at the sources; past the day on which they should have again, what it says is as of then. */
function Review({ card, today }: Pick<CardBodyProps, 'card' | 'today'>) {
  const day = inWords(card.reviewed);
  if (!(overdueDays(card, today) > 0)) return <>{DATASET.reviewed(day)}</>;
  return <strong class="overdue">{DATASET.reviewOverdue(day)}</strong>;
}

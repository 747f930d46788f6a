/** One entity's card from top to bottom. */
import type { Card } from '../../core/dataset/card.ts';
import {
  type GroupedStatements,
  groupStatements,
  type PlacedStatement,
} from '../../core/dataset/grouping.ts';
import type { NearStatement } from '../../core/dataset/ranking.ts';
import { isSamePage, type PageFacts } from '../../core/dataset/same-page.ts';
import { inWords } from '../dates.ts';
import { TEXT } from '../strings.ts';
import { OriginLine } from '../updates/origin-line.tsx';
import { VersionLine } from '../updates/version-line.tsx';
import { Connections } from './connections.tsx';
import { LegalStatus } from './legal-status.tsx';
import type { OpenSource } from './link.tsx';
import { localText, localTextLanguage } from './local-text.ts';
import { Nearest } from './nearest.tsx';
import { Overview } from './overview.tsx';
import { StatementGroup } from './statement-group.tsx';

export interface CardBodyProps {
  readonly card: Card;
  /** Statements nearest to the sentence the card was opened at. */
  readonly near: readonly NearStatement[];
  readonly page: PageFacts;
  /** Leads to another entity's card. */
  readonly go: (id: string, name: string) => void;
  readonly openSource: OpenSource;
  readonly unfolded: Set<string>;
}

export function CardBody({ card, near, page, go, openSource, unfolded }: CardBodyProps) {
  const groups = groupStatements(card, page);
  const links = { go, openSource, self: card.id, page, unfolded };
  return (
    <div class="body">
      <header>
        <h1 id="sidelight-name">{card.name}</h1>
        <p class="summary" lang={localTextLanguage(card.summary)}>
          {localText(card.summary)}
        </p>
        <OriginLine card={card} go={go} />
        {card.citation && <p class="citation">{card.citation}</p>}
        {page.date !== null && <Overview groups={groups} />}
      </header>
      <Nearest near={near} page={page} go={go} openSource={openSource} self={card.id} />
      <LegalStatus states={card.states} page={page} openSource={openSource} />
      {page.date === null ? (
        <StatementGroup
          group="unclear"
          title={TEXT.statements}
          note={TEXT.noDate}
          empty={TEXT.nothingThen}
          placed={groups.unclear}
          {...links}
        />
      ) : (
        // What the writer could know comes first, then what has come out; what cannot be placed in time comes last, so that
        // it is taken for neither.
        <>
          <StatementGroup
            group="then"
            title={TEXT.knownThen(inWords(page.date))}
            placed={groups.knownThen}
            empty={TEXT.nothingThen}
            {...links}
          />
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
      <Connections relations={card.relations} go={go} openSource={openSource} unfolded={unfolded} />
      <Colophon card={card} page={page} groups={groups} />
    </div>
  );
}

interface ColophonProps extends Pick<CardBodyProps, 'card' | 'page'> {
  readonly groups: GroupedStatements;
}

function Colophon({ card, page, groups }: ColophonProps) {
  const { knownThen, knownSince, unclear } = groups;
  const citesPage = ({ statement, replies }: PlacedStatement): boolean =>
    statement.sources.some((source) => isSamePage(source, page)) || replies.some(citesPage);
  return (
    <footer>
      {card.withheld > 0 && <p>{TEXT.withheld(card.withheld)}</p>}
      {[...knownThen, ...knownSince, ...unclear].some(citesPage) && <p>{TEXT.thisArticleNote}</p>}
      <p>
        {TEXT.reviewed(inWords(card.reviewed))} ·{' '}
        <VersionLine version={card.datasetVersion} now={Date.now()} status={card.updates} />
      </p>
    </footer>
  );
}

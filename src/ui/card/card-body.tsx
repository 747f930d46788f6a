/** One entity's card from top to bottom. */

import type { Card } from '../../core/dataset/card.ts';
import { groupStatements, type PlacedStatement } from '../../core/dataset/grouping.ts';
import type { PageFacts } from '../../core/dataset/same-page.ts';
import { inWords } from '../dates.ts';
import { TEXT } from '../strings.ts';
import { Connections } from './connections.tsx';
import { LegalStatus } from './legal-status.tsx';
import { localText } from './local-text.ts';
import { StatementGroup } from './statement-group.tsx';

export interface CardBodyProps {
  readonly card: Card;
  readonly page: PageFacts;
  /** Leads to another entity's card. */
  readonly go: (id: string, name: string) => void;
  readonly openSource: ((url: string) => void) | null;
}

export function CardBody({ card, page, go, openSource }: CardBodyProps) {
  const { knownThen, knownSince, unclear } = groupStatements(card, page);
  const usesPage = [...knownThen, ...knownSince, ...unclear].some(isFromPage);
  const links = { go, openSource, self: card.id };
  return (
    <>
      <header>
        <h1 id="sidelight-name">{card.name}</h1>
        <p class="summary">{localText(card.summary)}</p>
        {card.citation && <p class="citation">{card.citation}</p>}
      </header>
      <LegalStatus states={card.states} date={page.date} openSource={openSource} />
      {page.date === null ? (
        <>
          <p class="note">{TEXT.noDate}</p>
          <StatementGroup title={TEXT.statements} placed={unclear} {...links} />
        </>
      ) : (
        // What the writer could know comes first, then what has come out; what cannot be placed in time comes last, so that
        // it is taken for neither.
        <>
          <StatementGroup
            title={TEXT.knownThen(inWords(page.date))}
            placed={knownThen}
            empty={TEXT.nothingThen}
            {...links}
          />
          <StatementGroup title={TEXT.knownSince} aside={TEXT.newestFirst} placed={knownSince} {...links} />
          <StatementGroup title={TEXT.unclear} note={TEXT.unclearNote} placed={unclear} {...links} />
        </>
      )}
      <Connections relations={card.relations} go={go} />
      <footer>
        {card.withheld > 0 && <p>{TEXT.withheld(card.withheld)}</p>}
        {usesPage && <p>{TEXT.thisArticleNote}</p>}
        <p>
          {TEXT.reviewed(inWords(card.reviewed))} · {TEXT.dataset(card.datasetVersion)}
        </p>
      </footer>
    </>
  );
}

function isFromPage(placed: PlacedStatement): boolean {
  return placed.thisArticle || placed.replies.some(isFromPage);
}

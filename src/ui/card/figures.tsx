/** The card's figures, kind by kind: what was planned is never set against what was installed. */

import type { CardStatement } from '../../core/dataset/card.ts';
import { figureGroups } from '../../core/dataset/figures.ts';
import { placeStatement } from '../../core/dataset/grouping.ts';
import { isSamePage } from '../../core/dataset/same-page.ts';
import { ACT, AMOUNT, TEXT } from '../strings.ts';
import { passageAddress } from './addresses.ts';
import { Link } from './link.tsx';
import { figureInWords } from './marks.ts';
import { bestFirst } from './source-order.ts';
import { Speaker } from './speaker.tsx';
import type { StatementLinks } from './statement.tsx';
import { whenOf } from './when.ts';

export interface FiguresProps extends StatementLinks {
  readonly statements: readonly CardStatement[];
}

/** One figure stands well enough in its statement. */
const WORTHWHILE = 2;

export function Figures({ statements, ...links }: FiguresProps) {
  const { page, go, self, openSource } = links;
  const groups = figureGroups(statements);
  if (groups.reduce((sum, { figures }) => sum + figures.length, 0) < WORTHWHILE) return null;
  return (
    <section data-section="figures">
      <h2 tabIndex={-1}>{TEXT.figures}</h2>
      {groups.length > 1 && <p class="note">{TEXT.figuresNote}</p>}
      <dl class="figures">
        {groups.map(({ property, figures }) => (
          <div key={property}>
            <dt>{AMOUNT[property]}</dt>
            {figures.map(({ figure, statement }) => {
              const [source] = bestFirst(statement.sources, page);
              return (
                <dd key={statement.id}>
                  <span class="when">{whenOf(placeStatement(statement, page))}</span>{' '}
                  <b>{figureInWords(figure)}</b>
                  <p class="detail">
                    <Speaker speaker={statement.speaker} self={self} go={go} />
                    {ACT[statement.act]}
                    {source && ' · '}
                    {source && (
                      <Link
                        class="source"
                        url={passageAddress(source)}
                        title={source.title}
                        openSource={openSource}
                      >
                        {source.publisher}
                      </Link>
                    )}
                    {source?.weak && `, ${TEXT.weak}`}
                    {source && isSamePage(source, page) && `, ${TEXT.thisPage}`}
                  </p>
                </dd>
              );
            })}
          </div>
        ))}
      </dl>
    </section>
  );
}

/** One statement: when, who says or does it and how, what, on what grounds, from where; replies stand under it. */

import type { CardStatement } from '../../core/dataset/card.ts';
import type { PlacedStatement } from '../../core/dataset/grouping.ts';
import { inWords } from '../dates.ts';
import { ACT, BASIS, STANDING, TEXT } from '../strings.ts';
import { localText } from './local-text.ts';
import { Sources } from './sources.tsx';

export interface StatementLinks {
  readonly go: (id: string, name: string) => void;
  readonly openSource: ((url: string) => void) | null;
  /** The entity whose card this is: its own name leads nowhere. */
  readonly self: string;
}

export function Statement({ placed, ...links }: StatementLinks & { readonly placed: PlacedStatement }) {
  const { statement, replies } = placed;
  return (
    <li class="statement" data-statement={statement.id} data-group={placed.group}>
      <p class="who">
        {whenOf(statement) && <span class="when">{whenOf(statement)}</span>}
        <Speaker statement={statement} {...links} /> <b class="act">{ACT[statement.act]}</b>
      </p>
      <p class="text">{localText(statement.text)}</p>
      <p class="marks">{marksOf(placed).join(' · ')}</p>
      <Sources sources={statement.sources} openSource={links.openSource} />
      {replies.length > 0 && (
        <div class="replies">
          <p class="reply-label">{TEXT.reply}</p>
          <ol class="statements">
            {replies.map((reply) => (
              <Statement key={reply.statement.id} placed={reply} {...links} />
            ))}
          </ol>
        </div>
      )}
    </li>
  );
}

function Speaker({
  statement: { speaker },
  go,
  self,
}: StatementLinks & { readonly statement: CardStatement }) {
  const { id, name } = speaker;
  if (id === undefined || id === self) return <span class="speaker">{name}</span>;
  return (
    <button type="button" class="link speaker" onClick={() => go(id, name)}>
      {name}
    </button>
  );
}

function whenOf({ event, asOf, known }: CardStatement): string | null {
  if (event !== undefined) return inWords(event);
  if (asOf !== undefined) return `as of ${inWords(asOf)}`;
  return known === null ? null : `known ${inWords(known)}`;
}

/** What a reader should know about how well it stands, in words. */
function marksOf({ statement, thisArticle, oneSource }: PlacedStatement): string[] {
  const { basis, standing, noReplyFound, allegation } = statement;
  return [
    allegation ? 'allegation' : '',
    STANDING[standing],
    BASIS[basis],
    thisArticle ? TEXT.thisArticle : oneSource ? TEXT.oneSource : '',
    noReplyFound ? TEXT.noReply(inWords(noReplyFound)) : '',
  ].filter((mark) => mark !== '');
}

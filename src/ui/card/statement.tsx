/** One statement: when, who says or does it and how, what, on what grounds, from where; replies stand under it. */
import { type ComponentChildren, Fragment } from 'preact';
import type { PlacedStatement } from '../../core/dataset/grouping.ts';
import type { PageFacts } from '../../core/dataset/same-page.ts';
import { inWords } from '../dates.ts';
import { ACT, TEXT } from '../strings.ts';
import type { OpenSource } from './link.tsx';
import { localText, localTextLanguage } from './local-text.ts';
import { marksOf } from './marks.ts';
import { Sources } from './sources.tsx';
import { Speaker } from './speaker.tsx';
import { cameOut, whenOf } from './when.ts';

export interface StatementLinks {
  /** Leads to another entity's card. */
  readonly go: (id: string, name: string) => void;
  readonly openSource: OpenSource;
  /** The entity whose card this is: its own name leads nowhere. */
  readonly self: string;
  readonly page: PageFacts;
}

export interface StatementProps extends StatementLinks {
  readonly placed: PlacedStatement;
  readonly children?: ComponentChildren;
}

export function Statement({ placed, children, ...links }: StatementProps) {
  const { statement, replies } = placed;
  const { go, openSource, self, page } = links;
  return (
    <li class="statement" data-statement={statement.id} data-group={placed.group} tabIndex={-1}>
      <Heading placed={placed} articleDate={page.date} />
      <p class="who">
        <Speaker speaker={statement.speaker} self={self} go={go} /> <b class="act">{ACT[statement.act]}</b>
      </p>
      <p class="text" lang={localTextLanguage(statement.text)}>
        {localText(statement.text)}
      </p>
      <Sources sources={statement.sources} page={page} openSource={openSource} />
      {children}
      {statement.noReplyFound && <p class="no-reply">{TEXT.noReply(inWords(statement.noReplyFound))}</p>}
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

interface HeadingProps {
  readonly placed: PlacedStatement;
  readonly articleDate: string | null;
}

/** Date and marks come before the words: that something is an allegation has to be known when it is read. */
function Heading({ placed, articleDate }: HeadingProps) {
  const when = whenOf(placed);
  const out = cameOut(placed, articleDate);
  return (
    <p class="heading">
      {when && <span class="when">{when}</span>} {out && <span class="out">{out} · </span>}
      <span class="marks">
        {marksOf(placed).map(({ text, caution }, index) => (
          <Fragment key={text}>
            {index > 0 && ' · '}
            <span class={caution ? 'caution' : undefined}>{text}</span>
          </Fragment>
        ))}
      </span>
    </p>
  );
}

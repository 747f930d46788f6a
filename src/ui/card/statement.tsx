/** One statement: when, who says or does it and how, what, on what grounds, from where; replies stand under it. */
import { type ComponentChildren, Fragment } from 'preact';
import type { PlacedStatement } from '../../core/dataset/grouping.ts';
import type { PageFacts } from '../../core/dataset/same-page.ts';
import { inWords } from '../dates.ts';
import { ACT, TEXT } from '../strings.ts';
import type { CrossReferences } from './cross-references.ts';
import type { OpenSource } from './link.tsx';
import { localText, localTextLanguage } from './local-text.ts';
import { LongText } from './long-text.tsx';
import { marksOf } from './marks.ts';
import { Sources } from './sources.tsx';
import { Speaker } from './speaker.tsx';
import type { OpenTool } from './tools.ts';
import { cameOut, whenOf } from './when.ts';

export interface StatementLinks {
  /** Leads to another entity's card. */
  readonly go: (id: string, name: string) => void;
  readonly openSource: OpenSource;
  /** The entity whose card this is: its own name leads nowhere. */
  readonly self: string;
  readonly page: PageFacts;
  readonly references: CrossReferences;
  /** Null where there are no tools: outside a card. */
  readonly openTool: OpenTool | null;
}

export interface StatementProps extends StatementLinks {
  readonly placed: PlacedStatement;
  readonly children?: ComponentChildren;
}

export function Statement({ placed, children, ...links }: StatementProps) {
  const { statement, replies } = placed;
  return (
    <li
      class={replies.length > 0 ? 'statement answered' : 'statement'}
      data-statement={statement.id}
      data-group={placed.group}
      tabIndex={-1}
    >
      <div class="said">
        <Said placed={placed} {...links} />
        {children}
      </div>
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

function Said({ placed, ...links }: StatementProps) {
  const { statement } = placed;
  const { go, openSource, self, page, references, openTool } = links;
  const { speaker, act, text, sources, noReplyFound } = statement;
  return (
    <>
      <Heading placed={placed} articleDate={page.date} />
      <p class="who">
        <Speaker speaker={speaker} self={self} go={go} />
        <b class="act">{ACT[act]}</b>
      </p>
      <p class="text" lang={localTextLanguage(text)}>
        <LongText text={localText(text)} />
      </p>
      <Sources sources={sources} page={page} openSource={openSource}>
        {openTool && (
          <button
            type="button"
            class="cite"
            data-to={`cite ${statement.id}`}
            aria-label={TEXT.citeThis(speaker.name)}
            onClick={() => openTool('cite', statement)}
          >
            {TEXT.cite}
          </button>
        )}
      </Sources>
      {references.answers(statement).map((claim) => (
        <Reference key={claim.id} jump={(from) => references.jump(from, claim.id)}>
          {TEXT.inReplyTo(claim.speaker.name, ACT[claim.act])}
        </Reference>
      ))}
      {references.answeredBy(statement).map((reply) => (
        <Reference key={reply.id} jump={(from) => references.jump(from, reply.id)}>
          {TEXT.answeredBy(reply.speaker.name, ACT[reply.act])}
        </Reference>
      ))}
      {noReplyFound && <p class="no-reply">{TEXT.noReply(inWords(noReplyFound))}</p>}
    </>
  );
}

interface ReferenceProps {
  readonly jump: (from: HTMLElement) => void;
  readonly children: string;
}

function Reference({ jump, children }: ReferenceProps) {
  return (
    <p class="reference">
      <button type="button" class="link" onClick={(event) => jump(event.currentTarget)}>
        {children}
      </button>
    </p>
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

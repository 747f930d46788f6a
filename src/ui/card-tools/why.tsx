/** Why this card: every reason for which these words were taken for this entity, and what else they could have meant. */
import type { Reason } from '../../core/linking/reasons.ts';
import type { ToolRequest } from '../../page/card-tools-door.ts';
import { REJECTION, SCOPE, TOOL_TEXT } from './strings.ts';

/** A name that many entities share would fill the card with them. */
const MOST = 5;

export function Why({ request: { card, mention, why, nameOf } }: { readonly request: ToolRequest }) {
  const rejected = why.filter((reason) => reason.type === 'rejected');
  return (
    <>
      <p>{TOOL_TEXT.whyNote(mention, card.name)}</p>
      <ul class="reasons">
        {why
          .filter((reason) => reason.type !== 'rejected')
          .map((reason) => (
            <li key={JSON.stringify(reason)}>{inWords(reason, nameOf)}</li>
          ))}
      </ul>
      <h2>{TOOL_TEXT.others}</h2>
      {rejected.length === 0 ? (
        <p class="tool-note">{TOOL_TEXT.noOthers}</p>
      ) : (
        <ul class="reasons">
          {rejected.slice(0, MOST).map(({ entity, because }) => (
            <li key={entity}>{TOOL_TEXT.rejected(nameOf(entity), REJECTION[because])}</li>
          ))}
          {rejected.length > MOST && <li>{TOOL_TEXT.andMore(rejected.length - MOST)}</li>}
        </ul>
      )}
      <p class="tool-note">{TOOL_TEXT.onDevice}</p>
    </>
  );
}

/** One reason as part of a sentence. */
export function inWords(reason: Reason, nameOf: (id: string) => string): string {
  switch (reason.type) {
    case 'alias':
      return TOOL_TEXT.whyAlias(reason.alias);
    case 'cue':
      return TOOL_TEXT.whyCue(reason.word, SCOPE[reason.scope]);
    case 'entity':
      return TOOL_TEXT.whyEntity(nameOf(reason.entity), SCOPE[reason.scope]);
    case 'full-name':
      return TOOL_TEXT.whyFullName(reason.text);
    case 'other-name':
      return TOOL_TEXT.whyOtherName(reason.text);
    case 'language':
      return TOOL_TEXT.whyLanguage;
    case 'rejected':
      return TOOL_TEXT.rejected(nameOf(reason.entity), REJECTION[reason.because]);
  }
}

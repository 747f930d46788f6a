/** A law's dated states, with what it was on the article's day said first. */
import type { CardLawState } from '../../core/dataset/card.ts';
import type { PageFacts } from '../../core/dataset/same-page.ts';
import { inWords } from '../dates.ts';
import { placeName } from '../names.ts';
import { LAW_STATE, TEXT } from '../strings.ts';
import { byJurisdiction, inOrder, type LawStatus, statusOn } from './law-status.ts';
import type { OpenSource } from './link.tsx';
import { Sources } from './sources.tsx';

export interface LegalStatusProps {
  readonly states: readonly CardLawState[];
  readonly page: PageFacts;
  readonly openSource: OpenSource;
}

export function LegalStatus({ states, page, openSource }: LegalStatusProps) {
  if (states.length === 0) return null;
  const groups = [...byJurisdiction(states)];
  return (
    <section>
      <h2>{TEXT.lawStates}</h2>
      {groups.map(([jurisdiction, own]) => (
        <div key={jurisdiction} class="jurisdiction">
          {groups.length > 1 && jurisdiction !== undefined && <h3>{placeName(jurisdiction)}</h3>}
          <States states={own} page={page} openSource={openSource} />
        </div>
      ))}
    </section>
  );
}

function States({ states, page, openSource }: LegalStatusProps) {
  const status = page.date === null ? null : statusOn(states, page.date);
  return (
    <>
      {page.date !== null && status && (
        <p class="status">
          {TEXT.statusOn(inWords(page.date))} <Held status={status} />
          {status.coming.map((state) => (
            <span key={keyOf(state)}>
              , {TEXT.statusFrom(LAW_STATE[state.state], inWords(state.date))}
              {scopeOf(state)}
            </span>
          ))}
        </p>
      )}
      <ol class="states">
        {inOrder(states).map((state) => (
          <li key={keyOf(state)} class={state === status?.held ? 'held' : undefined}>
            <span class="when">{inWords(state.date)}</span> <b>{LAW_STATE[state.state]}</b>
            {state.note && <span class="detail"> {state.note}</span>}
            <Sources sources={state.sources} page={page} openSource={openSource} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Held({ status: { held, amended } }: { readonly status: LawStatus }) {
  const first = held ?? amended;
  return (
    <>
      <b>{first ? LAW_STATE[first.state] : TEXT.notYet}</b>
      {first && scopeOf(first)}
      {held && amended && `, ${LAW_STATE.amended} ${inWords(amended.date)}`}
    </>
  );
}

/** Where a law applies in stages, the note says to what: without it the sentence would say too much. */
function scopeOf({ state, note }: CardLawState): string {
  return note !== undefined && state === 'applies' ? ` (${note})` : '';
}

function keyOf({ state, date, note }: CardLawState): string {
  return `${state} ${date} ${note}`;
}

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
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly openSource: OpenSource;
}

export function LegalStatus({ states, page, today, openSource }: LegalStatusProps) {
  if (states.length === 0) return null;
  const groups = [...byJurisdiction(states)];
  return (
    <section>
      <h2>{TEXT.lawStates}</h2>
      {groups.map(([jurisdiction, own]) => (
        <div key={jurisdiction} class="jurisdiction">
          {groups.length > 1 && jurisdiction !== undefined && <h3>{placeName(jurisdiction)}</h3>}
          <States states={own} page={page} today={today} openSource={openSource} />
        </div>
      ))}
    </section>
  );
}

function States({ states, page, today, openSource }: LegalStatusProps) {
  const held = page.date === null ? null : statusOn(states, page.date)?.held;
  return (
    <>
      <StatusLines states={states} page={page} today={today} />
      <ol class="states">
        {inOrder(states).map((state) => (
          <li key={keyOf(state)} class={state === held ? 'held' : undefined}>
            <span class="when">{inWords(state.date)}</span> <b>{LAW_STATE[state.state]}</b>
            {state.part && <span class="detail"> ({state.part})</span>}
            {state.note && <span class="detail"> {state.note}</span>}
            <Sources sources={state.sources} page={page} openSource={openSource} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** What the law was on the article's day, and what it is today: one line where nothing has changed. */
export function StatusLines({ states, page, today }: Omit<LegalStatusProps, 'openSource'>) {
  const then = page.date === null ? null : statusOn(states, page.date);
  const now = statusOn(states, today);
  const isSame = then && now && then.held === now.held && then.changed === now.changed;
  return (
    <>
      {page.date !== null && then && (
        <p class="status">
          {(isSame ? TEXT.statusThenAndNow : TEXT.statusOn)(inWords(page.date))} <Held status={then} />
          {then.coming.map((state) => (
            <span key={keyOf(state)}>
              , {TEXT.statusFrom(LAW_STATE[state.state], inWords(state.date))}
              {scopeOf(state)}
            </span>
          ))}
        </p>
      )}
      {now && !isSame && (
        <p class="status">
          {TEXT.statusNow} <Held status={now} />
        </p>
      )}
    </>
  );
}

function Held({ status: { held, changed } }: { readonly status: LawStatus }) {
  const first = held ?? changed;
  return (
    <>
      <b>{first ? LAW_STATE[first.state] : TEXT.notYet}</b>
      {first && scopeOf(first)}
      {held && changed && `, ${LAW_STATE[changed.state]} ${inWords(changed.date)}${scopeOf(changed)}`}
    </>
  );
}

/** What of the law it is said of: without it the sentence would say too much. Where a law applies in stages, the note tells. */
function scopeOf({ state, part, note }: CardLawState): string {
  const scope = part ?? (state === 'applies' ? note : undefined);
  return scope === undefined ? '' : ` (${scope})`;
}

function keyOf({ state, date, part, note }: CardLawState): string {
  return `${state} ${date} ${part} ${note}`;
}

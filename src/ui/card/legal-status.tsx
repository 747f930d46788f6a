/** A law's dated states, with the one that held on the article's day. */
import type { CardLawState } from '../../core/dataset/card.ts';
import { firstDay, lastDay } from '../../core/dataset/dates.ts';
import { inWords } from '../dates.ts';
import { LAW_STATE, TEXT } from '../strings.ts';
import { Sources } from './sources.tsx';

export interface LegalStatusProps {
  readonly states: readonly CardLawState[];
  readonly date: string | null;
  readonly openSource: ((url: string) => void) | null;
}

export function LegalStatus({ states, date, openSource }: LegalStatusProps) {
  if (states.length === 0) return null;
  const ordered = [...states].sort((a, b) => (firstDay(a.date) < firstDay(b.date) ? -1 : 1));
  const then = date === null ? null : ordered.filter((state) => lastDay(state.date) <= lastDay(date)).at(-1);
  return (
    <section>
      <h2>{TEXT.lawStates}</h2>
      <ol class="states">
        {ordered.map((state) => (
          <li key={`${state.state} ${state.date}`} class={state === then ? 'then' : ''}>
            <b>{LAW_STATE[state.state]}</b> {inWords(state.date)}
            {state.note && <span class="detail"> {state.note}</span>}
            {state === then && date !== null && <span class="flag">{TEXT.onThatDay(inWords(date))}</span>}
            <Sources sources={state.sources} openSource={openSource} />
          </li>
        ))}
      </ol>
    </section>
  );
}

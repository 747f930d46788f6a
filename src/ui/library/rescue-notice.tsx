/** Said plainly when the library cannot be written to: why, where what is shown comes from, and what to do. */
import type { LibraryState } from '../../messages/to-library.ts';
import { inWords } from '../dates.ts';
import { LIBRARY, RESCUE_FROM, RESCUE_WHY } from './strings.ts';
import type { Library } from './use-library.ts';

export interface RescueNoticeProps {
  readonly state: Extract<LibraryState, { state: 'rescue' }>;
  readonly library: Library;
}

export function RescueNotice({ state, library }: RescueNoticeProps) {
  return (
    <section class="rescue" role="alert">
      <h2>{LIBRARY.rescue}</h2>
      <p>{RESCUE_WHY[state.reason]}</p>
      <p>
        {RESCUE_FROM[state.from](inWords(state.at?.slice(0, 10) ?? ''))}{' '}
        {state.broken > 0 && LIBRARY.rescueBroken(state.broken)}
      </p>
      <p class="small" lang="en">
        {state.detail}
      </p>
      <button type="button" class="button" onClick={() => library.go({ kind: 'export' })}>
        {LIBRARY.export}
      </button>
    </section>
  );
}

/** Said plainly when the library cannot be written to: why, where what is shown comes from, and what to do. */
import type { LibraryState } from '../../messages/to-library.ts';
import { WORDS } from './strings.ts';
import type { Library } from './use-library.ts';

export interface RescueNoticeProps {
  readonly state: Extract<LibraryState, { state: 'rescue' }>;
  readonly library: Library;
}

export function RescueNotice({ state, library }: RescueNoticeProps) {
  const why = { newer: WORDS.rescueNewer, upgrade: WORDS.rescueUpgrade, unreadable: WORDS.rescueUnreadable };
  return (
    <section class="rescue" role="alert">
      <h2>{WORDS.rescue}</h2>
      <p>{why[state.reason]}</p>
      <p>
        {WORDS.rescueFrom[state.from]} {state.at?.slice(0, 10)}{' '}
        {state.broken > 0 && WORDS.rescueBroken(state.broken)}
      </p>
      <p class="small">{state.detail}</p>
      <button type="button" class="button" onClick={() => library.go({ kind: 'export' })}>
        {WORDS.export}
      </button>
    </section>
  );
}

/** What an update is doing right now. */
import type { UpdateProgress } from '../../messages/update-state.ts';
import { UPDATES } from './words.ts';

export function Progress({ progress: { step, done, all } }: { progress: UpdateProgress }) {
  const share = all === null || all === 0 ? null : Math.min(1, done / all);
  return (
    <p class="progress">
      <span>{UPDATES[step]}</span>
      {share === null ? (
        <progress aria-label={UPDATES[step]} />
      ) : (
        <progress aria-label={UPDATES[step]} value={share} />
      )}
    </p>
  );
}

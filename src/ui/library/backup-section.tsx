/** Scheduled backups: how often, how the last one went, and an alarm in words when they have stopped. */
import { useState } from 'preact/hooks';
import { BACKUP_EVERY, type BackupEvery, type BackupState } from '../../core/settings/backup.ts';
import { inWords } from '../dates.ts';
import { count, EVERY, WORDS } from './strings.ts';
import type { Library } from './use-library.ts';

export interface BackupSectionProps {
  readonly library: Library;
  readonly state: BackupState;
  readonly stopped: boolean;
}

export function BackupSection({ library, state, stopped }: BackupSectionProps) {
  const { backup } = library.host;
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  const set = async (every: BackupEvery) => setRefused(!(await backup.set(every)));
  const now = async () => {
    setBusy(true);
    await backup.makeNow().catch(() => library.say(WORDS.failed));
    setBusy(false);
  };
  return (
    <section>
      <h3>{WORDS.backup}</h3>
      <p>{WORDS.backupLead}</p>
      {stopped && (
        <div class="alarm" role="alert">
          <b>{WORDS.backupStopped}</b>{' '}
          {state.failed
            ? WORDS.backupFailed(inWords(state.failed.at.slice(0, 10)), state.failed.reason)
            : WORDS.backupLate}
        </div>
      )}
      <p class="links">
        <label>
          {WORDS.backupEvery}{' '}
          <select
            value={state.every}
            onChange={(event) =>
              void set(BACKUP_EVERY.find((key) => key === event.currentTarget.value) ?? 'off')
            }
          >
            {BACKUP_EVERY.map((key) => (
              <option key={key} value={key}>
                {EVERY[key]}
              </option>
            ))}
          </select>
        </label>
        {state.every !== 'off' && (
          <button type="button" class="button" disabled={busy} onClick={() => void now()}>
            {WORDS.backupNow}
          </button>
        )}
      </p>
      {refused && <p class="caution">{WORDS.backupRefused}</p>}
      <p class="small">
        {state.last
          ? WORDS.backupLast(
              inWords(state.last.at.slice(0, 10)),
              count(state.last.notes, 'note'),
              state.last.file,
            )
          : WORDS.backupNone}
      </p>
    </section>
  );
}

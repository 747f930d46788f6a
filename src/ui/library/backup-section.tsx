/** Scheduled backups: how often, how the last one went, and an alarm in words when they have stopped. */
import { useEffect, useState } from 'preact/hooks';
import {
  BACKUP_EVERY,
  type BackupEvery,
  type BackupState,
  failureParts,
  hasBackupStopped,
  NO_BACKUPS,
} from '../../core/settings/backup.ts';
import { inWords } from '../dates.ts';
import { Select } from '../pages/select.tsx';
import type { BackupControl } from './host.ts';
import { BACKUP_FAILED, EVERY, LIBRARY } from './strings.ts';
import type { Library } from './use-library.ts';

export interface BackupSectionProps {
  readonly backup: BackupControl;
  readonly library: Library;
}

export function BackupSection({ backup, library }: BackupSectionProps) {
  const [state, setState] = useState<BackupState>(NO_BACKUPS);
  useEffect(() => {
    void backup.read().then(setState);
    backup.onChanged(setState);
  }, [backup]);
  const stopped = hasBackupStopped(state, new Date().toISOString());
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  const set = async (every: BackupEvery) => setRefused(!(await backup.set(every)));
  const now = async () => {
    setBusy(true);
    await backup.makeNow().catch(() => library.say(LIBRARY.failed));
    setBusy(false);
  };
  return (
    <section>
      <h3>{LIBRARY.backup}</h3>
      <p>{LIBRARY.backupLead}</p>
      {stopped && (
        <div class="alarm" role="alert">
          <b>{LIBRARY.backupStopped}</b>{' '}
          {state.failed
            ? LIBRARY.backupFailed(inWords(state.failed.at.slice(0, 10)), whyFailed(state.failed.reason))
            : LIBRARY.backupLate}
        </div>
      )}
      <p class="links">
        <label>
          {LIBRARY.backupEvery}{' '}
          <Select
            value={state.every}
            options={BACKUP_EVERY.map((key) => [key, EVERY[key]])}
            set={(every) => void set(every)}
          />
        </label>
        {state.every !== 'off' && (
          <button type="button" class="button" disabled={busy} onClick={() => void now()}>
            {LIBRARY.backupNow}
          </button>
        )}
      </p>
      {refused && <p class="caution">{LIBRARY.backupRefused}</p>}
      <p class="small">
        {state.last
          ? LIBRARY.backupLast(
              inWords(state.last.at.slice(0, 10)),
              LIBRARY.found(state.last.notes),
              state.last.file,
            )
          : LIBRARY.backupNone}
      </p>
    </section>
  );
}

/** In the reader's language what is known, with the browser's own word for it; anything else as it is. */
function whyFailed(reason: string): string {
  const { code, detail } = failureParts(reason);
  const known = Object.entries(BACKUP_FAILED).find(([key]) => key === code)?.[1];
  if (known === undefined) return reason;
  return detail ? LIBRARY.problem(known, detail) : known;
}

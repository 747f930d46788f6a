/** One dataset of the reader's. */
import { useState } from 'preact/hooks';
import { hostOfAddress } from '../../core/dataset/repository-address.ts';
import type { UpdateStatus } from '../../core/dataset/update-status.ts';
import { versionDay } from '../../core/dataset/version.ts';
import type { RepositoryState } from '../../messages/update-state.ts';
import { inWords } from '../dates.ts';
import { ago, daysAgo } from './ago.ts';
import { Progress } from './progress.tsx';
import { UPDATE_PROBLEM, UPDATE_STATUS, UPDATES } from './words.ts';

export interface DatasetItemProps {
  readonly repository: RepositoryState;
  readonly now: number;
  readonly check: () => void;
  /** Asks the browser to allow the address, then checks. */
  readonly allow: (address: string) => void;
  readonly turn: (on: boolean) => void;
  readonly remove: () => void;
}

/** What stands out, and how much. */
const TONE: Partial<Record<UpdateStatus, 'warning' | 'good'>> = {
  current: 'good',
  stopped: 'warning',
  refused: 'warning',
  clock: 'warning',
  permission: 'warning',
  'disk-full': 'warning',
};

export function DatasetItem(props: DatasetItemProps) {
  const { repository, now } = props;
  const { id, label, colour, address, release, status, succeeded, expires, progress } = repository;
  const isCore = id === 'core';
  return (
    <article class="dataset" aria-label={label} style={{ '--dataset': colour }}>
      <header>
        <h3>{label}</h3>
        {address !== null && <p class="host">{UPDATES.from(hostOfAddress(address))}</p>}
      </header>
      <p class="release">{release ? <ReleaseWords release={release} now={now} /> : UPDATES.nothingYet}</p>
      <p class={`status ${TONE[status] ?? ''}`} role="status">
        {UPDATE_STATUS[status]} {why(repository)}
      </p>
      {progress ? (
        <Progress progress={progress} />
      ) : (
        <p class="checked">
          {succeeded !== null && UPDATES.checked(ago(succeeded, now))}
          {succeeded !== null && expires !== null && ` · ${UPDATES.holds(dayOf(expires))}`}
        </p>
      )}
      <p class="actions">
        {address !== null && status === 'permission' && (
          <button type="button" onClick={() => props.allow(address)}>
            {UPDATES.allow}
          </button>
        )}
        {address !== null && status !== 'off' && status !== 'permission' && (
          <button type="button" disabled={progress !== null} onClick={props.check}>
            {progress ? UPDATES.checking : UPDATES.check}
          </button>
        )}
        {!isCore && (
          <label>
            <input
              type="checkbox"
              checked={repository.enabled}
              onChange={(event) => props.turn(event.currentTarget.checked)}
            />
            {UPDATES.on}
          </label>
        )}
        {!isCore && <Remove label={label} remove={props.remove} />}
      </p>
      <Conflicts repository={repository} />
      <Withdrawn repository={repository} />
    </article>
  );
}

function ReleaseWords({ release, now }: { release: NonNullable<RepositoryState['release']>; now: number }) {
  const day = versionDay(release.version);
  const words = [
    daysAgo(day, now),
    UPDATES.entities(release.entities),
    UPDATES.statements(release.statements),
    UPDATES[release.origin],
  ];
  return (
    <>
      <strong>{inWords(day)}</strong> · {words.join(' · ')}
    </>
  );
}

/** More on the failure, where the status alone does not say it. */
function why({ status, problem }: RepositoryState): string {
  const isSaid =
    status === 'clock' || status === 'permission' || status === 'disk-full' || status === 'stopped';
  return problem && !isSaid && status !== 'current' ? (UPDATE_PROBLEM[problem.code] ?? '') : '';
}

function Remove({ label, remove }: { label: string; remove: () => void }) {
  const [isSure, setSure] = useState(false);
  if (!isSure)
    return (
      <button type="button" class="quiet" onClick={() => setSure(true)}>
        {UPDATES.remove}
      </button>
    );
  return (
    <span class="sure">
      {UPDATES.removeReally(label)}
      <button type="button" onClick={remove}>
        {UPDATES.removeYes}
      </button>
      <button type="button" class="quiet" onClick={() => setSure(false)}>
        {UPDATES.cancel}
      </button>
    </span>
  );
}

function Conflicts({ repository: { conflicts } }: { repository: RepositoryState }) {
  if (conflicts.length === 0) return null;
  return (
    <details>
      <summary>{UPDATES.conflicts(conflicts.length)}</summary>
      <p class="note">{UPDATES.conflictsNote}</p>
      <ul>
        {conflicts.map(({ name, kept, ours }) => (
          <li key={`${kept} ${ours}`}>{name}</li>
        ))}
      </ul>
    </details>
  );
}

function Withdrawn({ repository: { withdrawn } }: { repository: RepositoryState }) {
  if (withdrawn.length === 0) return null;
  return (
    <details>
      <summary>{UPDATES.withdrawn(withdrawn.length)}</summary>
      <ul>
        {withdrawn.map(({ id, as, on, reason }) => (
          <li key={id}>
            <code>{id}</code> · {UPDATES[as]} · {inWords(on)}: {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}

function dayOf(time: number): string {
  return inWords(new Date(time).toISOString().slice(0, 10));
}

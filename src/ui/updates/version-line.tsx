/** Which dataset speaks and how old it is, in one line; and when updates have stopped, that too. For cards, panel and popup. */

import type { UpdateStatus } from '../../core/dataset/update-status.ts';
import { versionDay } from '../../core/dataset/version.ts';
import { inWords } from '../dates.ts';
import { daysAgo } from './ago.ts';
import { DATASET, UPDATE_NOTICE } from './card-words.ts';

export interface VersionLineProps {
  readonly version: string;
  readonly now: number;
  /** How updates are doing; left out where it is not known. */
  readonly status?: UpdateStatus | undefined;
}

export function VersionLine({ version, now, status }: VersionLineProps) {
  const day = versionDay(version);
  const notice = status && UPDATE_NOTICE[status];
  return (
    <span class="version-line">
      <span title={DATASET.version(version)}>{DATASET.dataset(inWords(day))}</span>
      {/^\d{4}-\d{2}-\d{2}$/.test(day) && ` · ${daysAgo(day, now)}`}
      {notice && (
        <>
          {' · '}
          <strong class="updates-notice">{notice}</strong>
        </>
      )}
    </span>
  );
}

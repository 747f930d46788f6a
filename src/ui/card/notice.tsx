/** In place of a card that is on its way, or does not come. */
import { TEXT } from '../strings.ts';
import type { Wanted } from './use-visits.ts';

export interface NoticeProps {
  readonly wanted: Wanted;
  readonly retry: () => void;
}

const LINE = { waiting: 'loading', loading: 'loading', failed: 'failed', missing: 'missing' } as const;

export function Notice({ wanted, retry }: NoticeProps) {
  return (
    <div class="notice">
      <h1 id="sidelight-name">{wanted.name}</h1>
      <p role="status">{TEXT[LINE[wanted.state]]}</p>
      {wanted.state === 'failed' && (
        <button type="button" class="button retry" onClick={retry}>
          {TEXT.retry}
        </button>
      )}
    </div>
  );
}

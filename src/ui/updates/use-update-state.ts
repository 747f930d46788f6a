/** The worker's datasets, asked for again and again while something is going on. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Calls } from '../../messages/envelope.ts';
import type { ToWorker } from '../../messages/to-worker.ts';
import type { RepositoryState } from '../../messages/update-state.ts';

/** Milliseconds between two looks while a check is under way, and otherwise. */
const BUSY = 250;
const IDLE = 15_000;

/** Null until the worker has answered. `refresh` looks at once, and for a moment keeps looking closely. */
export function useUpdateState(worker: Pick<Calls<ToWorker>, 'updateState'>): {
  readonly repositories: readonly RepositoryState[] | null;
  readonly refresh: () => void;
} {
  const [repositories, setRepositories] = useState<readonly RepositoryState[] | null>(null);
  const [round, setRound] = useState(0);
  /** A check that has just been asked for may not show yet. */
  const closely = useRef(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const look = async () => {
      const state = await worker.updateState(null).catch(() => null);
      if (isGone) return;
      if (state) setRepositories(state);
      const busy = closely.current-- > 0 || state?.some((row) => row.progress !== null);
      timer = setTimeout(look, busy ? BUSY : IDLE);
    };
    void look();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
    // A new round looks at once.
  }, [worker, round]);
  const refresh = useCallback(() => {
    closely.current = 4;
    setRound((before) => before + 1);
  }, []);
  return { repositories, refresh };
}

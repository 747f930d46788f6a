/** How far the engine is with one of its long works, as a share. */
import { useEffect, useState } from 'preact/hooks';
import { inDigits, inPercent } from './amounts.ts';
import type { LibraryHost } from './host.ts';

export interface Progress {
  readonly what: string;
  readonly share: string;
}

/** Of the works named; null when none is under way. `reset` forgets the last one. */
export function useProgress(host: LibraryHost, works: readonly string[]): [Progress | null, () => void] {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    host.onNews((news) => {
      if (news.sidelight !== 'progress' || !works.includes(news.what)) return;
      const share = news.total ? inPercent(Math.min(1, news.done / news.total)) : inDigits(news.done);
      setProgress({ what: news.what, share });
    });
    // Listeners live as long as the page.
  }, [host]);
  return [progress, () => setProgress(null)];
}

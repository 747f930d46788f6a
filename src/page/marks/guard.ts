/** Puts marks back that the page has cleared, and gives in to a page that keeps clearing them. */
import { isHidden } from '../read/past-fields.ts';
import type { Marks } from './highlights.ts';

/** Long enough to cost nothing, short enough that a reader hardly sees a gap. */
const EVERY = 1000;
/** A page that clears its own highlights now and then reaches ours by accident; one that does it this often means it. */
const MOST = 30;

/** Looks once a second while the page is shown, until the signal aborts or the page has won. */
export function guardMarks(
  document: Document,
  marks: Pick<Marks, 'restore'>,
  signal: AbortSignal,
  most = MOST,
): void {
  let restored = 0;
  let timer: ReturnType<typeof setInterval> | null = null;
  const stop = () => {
    if (timer !== null) clearInterval(timer);
    timer = null;
  };
  const look = () => {
    if (marks.restore() && ++restored >= most) stop();
  };
  const start = () => {
    if (isHidden(document)) return stop();
    if (timer === null && restored < most && !signal.aborted) timer = setInterval(look, EVERY);
  };
  document.addEventListener('visibilitychange', start, { signal });
  signal.addEventListener('abort', stop);
  start();
}

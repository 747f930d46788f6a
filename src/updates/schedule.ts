/** When to look for updates next. Spread out, so that readers do not come all at once, and ever more seldom while it fails. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The timestamp is signed every day and holds a week: a day between checks notices a freeze well within one expiry. */
const INTERVAL = 24 * HOUR;
const FIRST_RETRY = 30 * MINUTE;
const LAST_RETRY = 24 * HOUR;

/**
 * The time of the next check. `failures` in a row are behind us (0 after a success); `random` is from 0 to 1. The jitter is
 * a quarter either way, drawn anew each time, so that the hour of a check says nothing about the reader.
 */
export function nextCheck(now: number, failures: number, random: number): number {
  const wait = failures === 0 ? INTERVAL : Math.min(LAST_RETRY, FIRST_RETRY * 2 ** (failures - 1));
  return Math.round(now + wait * (0.75 + random / 2));
}

/** A due time far ahead was set by a clock that was wrong then. */
export function isDue(due: number | null, now: number): boolean {
  return due === null || due <= now || due > now + 2 * INTERVAL;
}

/**
 * What time it is, as far as that can be known. A reader's clock may be years off, and then everything looks expired, or
 * nothing ever does. Two things help: nothing here can be older than what has been verified already (a floor), and the
 * server says what time it thinks it is (a hint, which never makes anything valid; it only tells the reader why not).
 */

const DAY = 86_400_000;

/** Time to hold expiry dates against: the clock's, but never before the floor. */
export function effectiveNow(clock: number, floor: number): number {
  return Math.max(clock, floor);
}

/** The clock is more than a day before something that has certainly happened. */
export function isClockBehind(clock: number, floor: number): boolean {
  return clock < floor - DAY;
}

/**
 * Something expired by the clock, but not by the server's, and the two are more than a day apart: then it is more likely the
 * clock. A server that lies gains nothing by it: the thing is refused all the same.
 */
export function isClockAhead(clock: number, server: number | null, expires: number): boolean {
  return server !== null && clock - server > DAY && server < expires && clock >= expires;
}

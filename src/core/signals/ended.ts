/**
 * The reason with which what waits on a signal is ended. Without a reason the browser makes an exception; for its stack trace
 * it parses the script that called once more, which costs a page 3 ms (Chromium 156).
 */
export const ENDED = 'ended';

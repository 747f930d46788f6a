/** Progress on stderr, one line a step, so that stdout stays free for results. */

/**
 * Runs `work` and says what it is and how long it took.
 * @template T
 * @param {string} what such as `building for Chromium`
 * @param {() => T} work must be synchronous
 * @returns {T}
 */
export function step(what, work) {
  process.stderr.write(`sidelight: ${what} ... `);
  const start = performance.now();
  try {
    const result = work();
    process.stderr.write(`${((performance.now() - start) / 1000).toFixed(1)} s\n`);
    return result;
  } catch (error) {
    process.stderr.write('failed\n');
    throw error;
  }
}

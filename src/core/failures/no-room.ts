/** Whether a failure says that the disk, or the browser's share of it, is full. */

/** Browsers' words for it. The last are Chromium's, for a large value that the disk has no room for. */
const NO_ROOM = /quota|disk full|no space|NO_SPACE|ENOSPC|FILE_ERROR|failed to write blobs/i;

/** How deep failures may lie in each other. */
const DEEPEST = 4;

/** True wherever it is said: Dexie keeps the browser's errors inside its own, as `inner`, `cause` and a list of `failures`. */
export function saysNoRoom(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > DEEPEST) return false;
  if (NO_ROOM.test(`${error.name} ${error.message}`)) return true;
  const { inner, failures } = error as { inner?: unknown; failures?: unknown };
  const within = [inner, error.cause, ...(Array.isArray(failures) ? failures : [])];
  return within.some((other) => saysNoRoom(other, depth + 1));
}

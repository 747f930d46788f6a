/** What a reader is told about the updates of a dataset, in a word. src/updates/status.ts decides which. */
export type UpdateStatus =
  /** It names no place that updates could come from. */
  | 'no-repository'
  /** The reader has turned it off. */
  | 'off'
  | 'never-checked'
  /** Checked, and what is here is the newest. */
  | 'current'
  /** The last check failed, but the last answer still holds: nothing to worry about yet. */
  | 'unreached'
  /** What the repository last said has run out, and nothing newer came: updates have stopped, or are withheld. */
  | 'stopped'
  /** Somebody changed something on the way, or tries to. */
  | 'refused'
  | 'clock'
  | 'permission'
  | 'disk-full';

/**
 * Runs of units that are written without spaces (Chinese, Japanese), with the punctuation among them: any unit of a run may begin
 * a name, and none outside.
 */
import { getInt, setInt } from './arrays.ts';
import { PIECE, RUNS } from './memory.ts';

/** Where runs begin and end, in turns; as far as a piece reaches, since no other may begin a name of it. */
let edges: i32 = 0;
/** 1 while a run is being read. */
export let inRun: i32 = 0;

/** A text is about to be read. */
export function clearRuns(): void {
  edges = 0;
  inRun = 0;
}

/** A run begins or ends at this unit. */
export function noteRunEdge(at: i32): void {
  inRun ^= 1;
  if (at < PIECE) setInt(RUNS, edges++, at);
}

export function runCount(): i32 {
  return (edges + 1) >> 1;
}

export function runStart(run: i32): i32 {
  return getInt(RUNS, 2 * run);
}

/** Where a run ends; `behind` for one that goes on behind the piece. */
export function runEnd(run: i32, behind: i32): i32 {
  return 2 * run + 1 < edges ? getInt(RUNS, 2 * run + 1) : behind;
}

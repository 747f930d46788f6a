/**
 * A failure that its message explains in full, for the person who typed the command: it is printed as one line. Any other
 * error is a fault of ours and is printed with its stack.
 */
export class Failure extends Error {}

/** Prints an error as it deserves and makes the command fail. */
export function reportFailure(error) {
  console.error(error instanceof Failure ? `sidelight: ${error.message}` : error);
  process.exitCode = 1;
}

/** Work in steps: a generator that yields where its caller may do something else, and returns the result. */

/** All steps at once. */
export function runSteps<Result>(steps: Generator<undefined, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Work in steps, between which other work can run. */
export type IncrementalTask<Result> = Generator<undefined, Result>

/** Runs all steps at once and returns the result. */
export function runToCompletion<Result>(steps: IncrementalTask<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

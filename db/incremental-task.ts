/** Work in steps, between which others may have their turn. */
export type Steps<Result> = Generator<undefined, Result>

/** What work in steps comes to, done at once. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

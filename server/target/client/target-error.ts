/** Why a target gave no answer that a program can go on with. */
export type TargetFailure = 'unreachable' | 'redirect' | 'limit' | 'refused' | 'interrupted'

/** A target that does not answer, redirects, or allows no more calls for a long time. It never mentions the token. */
export class TargetError extends Error {
  readonly failure: TargetFailure
  constructor(failure: TargetFailure, message: string) {
    super(message)
    this.failure = failure
  }
}

import type { Call } from '../call.ts'

/** One place in a client's calls where a detector finds something. */
export interface Occurrence {
  /** The finding in this place, in a sentence. */
  readonly message: string
  /** The ids of the requests. */
  readonly requests: readonly string[]
}

/** Finds calls that pass here and cause harm in production. */
export interface Detector {
  /** The stable name of the finding, for `--fail-on`. */
  readonly id: string
  readonly title: string
  /** The consequence in production. */
  readonly harm: string
  /** The advice. */
  readonly instead: string
  /** Returns the occurrences in the calls of one world, which are sorted by time. */
  readonly find: (calls: readonly Call[]) => readonly Occurrence[]
}

import type { Call } from '../call.ts'

/** One place where a client shows a habit. */
export interface Finding {
  /** What was seen, in a sentence. */
  readonly message: string
  /** The ids of the requests in which it was seen. */
  readonly requests: readonly string[]
}

/** Something that clients do, that passes here, and that breaks in production. */
export interface Detector {
  /** A name that stays, to fail a build on. */
  readonly id: string
  readonly title: string
  /** What it leads to in production. */
  readonly harm: string
  /** What to do in its place. */
  readonly instead: string
  /** Looks for it in the calls of one world, the oldest first. */
  readonly find: (calls: readonly Call[]) => readonly Finding[]
}

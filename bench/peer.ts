import type { Call } from './connection.ts'
import type { Facts, Question } from './facts.ts'
import type { Program } from './program.ts'

/** A peer that knows the facts. */
export interface PreparedPeer {
  readonly program: Program
  /** How it is asked. */
  readonly calls: Readonly<Record<Question, Call>>
  /** How it forgets what was created: by a call, or by a new start; absent when it keeps nothing. */
  readonly reset?: Call | 'restart'
}

/** Another server that people mock with. */
export interface Peer {
  readonly name: string
  /** The npm package that it comes in. */
  readonly package: string
  /** How it is set up, for the reader of the figures. */
  readonly setUp: string
  /** How many times as long as others it is loaded before it is measured; once when absent. */
  readonly warmUps?: number
  /** Why it cannot be run here, if it cannot. */
  readonly missing?: () => string | undefined
  /** Writes what it needs into the folder, which is its own. */
  readonly prepare: (facts: Facts, folder: string) => PreparedPeer
}

import type { Call } from './connection.ts'
import type { Facts, Question } from './facts.ts'
import type { Program } from './program.ts'

/** A peer that knows the facts. */
export interface PreparedPeer {
  readonly program: Program
  /** How the peer is asked the question; a text says why it cannot be. */
  readonly call: (question: Question) => Call | string
}

/** Another server that people mock with. */
export interface Peer {
  readonly name: string
  /** The npm package that it comes in. */
  readonly package: string
  /** How it is set up, for the reader of the figures. */
  readonly setUp: string
  /** Why it cannot be run here, if it cannot. */
  readonly missing?: () => string | undefined
  /** Writes what it needs into the folder, which is its own. */
  readonly prepare: (facts: Facts, folder: string) => PreparedPeer
}

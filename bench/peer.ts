import type { Call } from './connection.ts'
import type { Facts, Question } from './facts.ts'
import type { Program } from './program.ts'

/** A peer prepared with our content. */
export interface PreparedPeer {
  readonly program: Program
  /** Its calls by question. */
  readonly calls: Readonly<Record<Question, Call>>
  /** How it is reset after creations: by a call or a restart; absent when it stores nothing. */
  readonly reset?: Call | 'restart'
}

/** Another mock server to compare with. */
export interface Peer {
  readonly name: string
  /** Its npm package. */
  readonly package: string
  /** How it is set up, for readers of the figures. */
  readonly setUp: string
  /** The factor by which its warm-up is longer than others'; 1 when absent. */
  readonly warmUps?: number
  /** Returns why it cannot run on this machine, if so. */
  readonly missing?: () => string | undefined
  /** Writes its files into a folder of its own. */
  readonly prepare: (facts: Facts, folder: string) => PreparedPeer
}

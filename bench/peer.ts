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

/** What our suite does, for a peer to do as much of it as it can. */
export interface Suite {
  /** The path of the ad account. */
  readonly account: string
  /** The campaigns of the seed. */
  readonly campaigns: readonly { readonly id: string }[]
  /** Our calls by what they do, with our answers. */
  readonly steps: readonly { readonly name: string; readonly call: Call; readonly answer: string }[]
}

/** A peer prepared for a suite. */
export interface PreparedSuite {
  readonly program: Program
  /** What it can do of the suite, its way back to the state before included. */
  readonly calls: readonly Call[]
  /** Whether it has no way back, so that it is started anew for each round. */
  readonly isKept?: boolean
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
  /** How far it can do our suite, for readers of the figures. */
  readonly suiteSetUp?: string
  /** Prepares it for our suite; absent where it has nothing that stands for it. */
  readonly prepareSuite?: (suite: Suite, folder: string) => PreparedSuite
}

/** Returns a call that names its step of a suite, for servers that answer each step with a finished text. */
export const ofStep = ({ path, ...call }: Call, step: string): Call => ({
  ...call,
  path: `${path}${path.includes('?') ? '&' : '?'}step=${encodeURIComponent(step)}`,
})

import type { Peer } from './peer.ts'

/** How long a run may take. */
export interface Effort {
  /** How many rounds a row has: in each, every contestant is measured once. */
  readonly rounds: number
  /** How long a slice of load is, in milliseconds. */
  readonly slice: number
  /** How long each contestant is loaded before the first round, in milliseconds. */
  readonly warmUp: number
  /** How many rounds of processes are started. */
  readonly starts: number
}

/** What `npm run bench` does, and what `--quick` does: enough to see that it works. */
export const efforts = {
  full: { rounds: 25, slice: 150, warmUp: 2000, starts: 11 },
  quick: { rounds: 3, slice: 40, warmUp: 80, starts: 1 },
} as const satisfies Record<string, Effort>

/** Who is measured in a row. Limits are what the least code does; peers are what people use. */
export interface Contestant {
  readonly name: string
  readonly kind: 'ours' | 'limit' | 'peer'
  /** How long its answer is, where contestants answer differently. */
  readonly bytes?: number
}

/** What a round came to, by contestant. */
export type Round = Readonly<Record<string, number>>

/** What was measured. */
export interface Measured {
  /** The first is ours; ratios are to the second. */
  readonly contestants: readonly Contestant[]
  readonly rounds: readonly Round[]
  /** Who could not be measured, and why. */
  readonly skipped?: Readonly<Record<string, string>>
}

/** What a row must come to. */
export interface Reach {
  /** Ours to the second contestant: at least that much of what is better when more, at most of what is better when less. */
  readonly ratio?: number
  /** The figure itself. */
  readonly figure?: number
  /** Whom it must be ahead of: by name, or everyone. */
  readonly aheadOf?: 'every peer' | readonly string[]
}

/** Of `req/s` more is better, of the others less. The second is one of the server's processor time. */
export type Unit = 'req/s' | 'ms' | 'MB'

/** One question of the bench. */
export interface Row {
  readonly name: string
  readonly unit: Unit
  /** Absent for a row that is there to be known. */
  readonly reach?: Reach
  readonly measure: (effort: Effort, peers: readonly Peer[]) => Promise<Measured>
}

/** Rows that one table shows. */
export interface Group {
  readonly title: string
  readonly rows: readonly Row[]
}

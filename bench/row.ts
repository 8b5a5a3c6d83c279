import type { Peer } from './peer.ts'

/** The length of a run. */
export interface Effort {
  /** The number of rounds of a row; each measures every contestant once. */
  readonly rounds: number
  /** The length of a slice of load, in milliseconds. */
  readonly slice: number
  /** The load on each contestant before the first round, in milliseconds. */
  readonly warmUp: number
  /** The number of rounds that start processes. */
  readonly starts: number
  /** Whether ours and the contestant that ratios refer to are measured alone. */
  readonly isBesideReference?: boolean
}

/** The efforts of `npm run bench` and of `--quick`, which only shows that it works. */
export const efforts = {
  full: { rounds: 15, slice: 120, warmUp: 1500, starts: 7 },
  quick: { rounds: 3, slice: 40, warmUp: 80, starts: 1 },
} as const satisfies Record<string, Effort>

/** A contestant of a row. Limits are minimal servers; peers are tools that people use. */
export interface Contestant {
  readonly name: string
  readonly kind: 'ours' | 'limit' | 'peer'
  /** The length of its answer, where contestants answer differently. */
  readonly bytes?: number
}

/** The figures of a round, by contestant. */
export type Round = Readonly<Record<string, number>>

/** The figures of a row. */
export interface Measured {
  /** The first is ours; ratios are to the second. */
  readonly contestants: readonly Contestant[]
  readonly rounds: readonly Round[]
  /** Contestants that could not be measured, and why. */
  readonly skipped?: Readonly<Record<string, string>>
}

/** The required result of a row. */
export interface Reach {
  /** Ours to the second contestant: at least this ratio where more is better, at most where less is. */
  readonly ratio?: number
  /** The figure itself. */
  readonly figure?: number
  /** Whether one of ratio and figure is enough. */
  readonly isEither?: boolean
  /** The peers that it must be ahead of. */
  readonly aheadOf?: 'every peer' | readonly string[]
  /** How many times as good as a peer it must be. */
  readonly times?: Readonly<Record<string, number>>
}

/** Of `req/s` more is better, of the others less. The second is one of the server's processor time. */
export type Unit = 'req/s' | 'ms' | 'MB' | 'kB'

/** One row of the bench. */
export interface Row {
  readonly name: string
  readonly unit: Unit
  /** Absent for a row that is informative only. */
  readonly reach?: Reach
  /** Whether it takes long however briefly it is measured: `--quick` leaves it out. */
  readonly isLong?: boolean
  readonly measure: (effort: Effort, peers: readonly Peer[]) => Promise<Measured>
}

/** The rows of one table. */
export interface Group {
  readonly title: string
  readonly rows: readonly Row[]
  /** Whether `--check` measures them: `--quick` leaves them out. */
  readonly isChecked?: boolean
}

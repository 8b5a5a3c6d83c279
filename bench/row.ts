import type { Pair } from './pairs.ts'

/** How long a run may take. */
export interface Effort {
  /** How many pairs of slices a row has. */
  readonly rounds: number
  /** How long a slice of load is, in milliseconds. */
  readonly slice: number
  /** How many pairs of processes are started. */
  readonly starts: number
}

/** What `npm run bench` does, and what `--quick` does: enough to see that it works. */
export const efforts = {
  full: { rounds: 25, slice: 150, starts: 11 },
  quick: { rounds: 7, slice: 60, starts: 3 },
} as const satisfies Record<string, Effort>

/** One line of the table. */
export interface Row {
  readonly name: string
  /** Of `req/s` more is better, of the others less. The second is one of the server's processor time. */
  readonly unit: 'req/s' | 'ms' | 'MB'
  /** What ours is compared with. */
  readonly against: string
  readonly measure: (effort: Effort) => Promise<readonly Pair[]>
}

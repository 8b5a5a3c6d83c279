import type { IncrementalTask } from '#db/incremental-task.ts'
import type { JournalEntry } from '../entry.ts'
import type { Call } from '../statistics/call.ts'
import type { Occurrences } from './occurrences.ts'

/** Something that passes here and causes harm in production. */
export interface Detector {
  /** The stable name of the finding, for `--fail-on`. */
  readonly id: string
  readonly title: string
  /** The consequence in production. */
  readonly harm: string
  /** The advice. */
  readonly instead: string
  /** What is remembered at most to find it: `the latest 25,000 creations`. */
  readonly memory: string
}

/** What was found of a detector up to now. */
export interface Found {
  readonly detector: Detector
  readonly occurrences: Occurrences
  /** How many things were let go of to bound the memory: later calls are not compared with them. */
  readonly dropped: number
}

/** Looks for one or more findings in the calls to one world, each of which it sees once, in the order of their end. */
export interface Watch {
  /** Returns whether a call may matter, by what takes no time to look at: nearly all do not. */
  readonly wants: (entry: JournalEntry) => boolean
  /** Looks at a call. */
  readonly observe: (call: Call) => void
  /** Does what it had put off, step by step; absent where it puts nothing off. */
  readonly settle?: () => IncrementalTask<void>
  /** Returns what was found, one for each detector. */
  readonly found: () => readonly Found[]
  /** Returns an independent copy. */
  readonly copy: () => Watch
}

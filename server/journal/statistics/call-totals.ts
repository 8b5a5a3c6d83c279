import { detectors } from '../findings/detectors.ts'
import { type Occurrence, Occurrences } from '../findings/occurrences.ts'
import { CallCounts } from './call-counts.ts'
import type { CallStatistics } from './call-statistics.ts'

/** The most names of worlds that are kept. */
const maxWorlds = 10_000

/** An occurrence and the world of its requests. */
export interface WorldOccurrence extends Occurrence {
  readonly world: string
}

/** What one detector found in several worlds. */
export interface DetectorTotals {
  readonly occurrences: Occurrences<WorldOccurrence>
  /** How many things it let go of to bound its memory. */
  dropped: number
}

/** What is known of the calls to several worlds, each of which was watched alone. Takes bounded memory. */
export class CallTotals {
  readonly counts: CallCounts
  readonly worlds: Set<string>
  /** The number of worlds whose names were let go of. */
  otherWorlds: number
  /** By the ids of detectors, in the order of `detectors`. */
  readonly findings: ReadonlyMap<string, DetectorTotals>

  /** @param from The totals to copy. */
  constructor(from?: CallTotals) {
    this.counts = new CallCounts(from?.counts)
    this.worlds = new Set(from?.worlds)
    this.otherWorlds = from?.otherWorlds ?? 0
    this.findings = new Map(detectors.map(({ id }) => [id, copyOf(from?.findings.get(id))]))
  }

  /** Adds the calls to a world. */
  add(world: string, { counts, watches }: CallStatistics): void {
    this.addWorld(world)
    this.counts.merge(counts)
    for (const { detector, occurrences, dropped } of watches.flatMap((watch) => watch.found())) {
      const totals = this.findings.get(detector.id)
      if (totals === undefined) continue
      totals.dropped += dropped
      totals.occurrences.merge(occurrences, (occurrence) => ({ world, ...occurrence }))
    }
  }

  /** Adds the name of a world that was called. */
  addWorld(world: string): void {
    if (this.worlds.size < maxWorlds) this.worlds.add(world)
    else if (!this.worlds.has(world)) this.otherWorlds++
  }
}

const copyOf = (totals?: DetectorTotals): DetectorTotals => ({
  occurrences: new Occurrences(totals?.occurrences),
  dropped: totals?.dropped ?? 0,
})

import type { IncrementalTask } from '#db/incremental-task.ts'
import type { JournalEntry } from '../entry.ts'
import type { Watch } from '../findings/detector.ts'
import { newWatches } from '../findings/detectors.ts'
import { CallCounts } from './call-counts.ts'
import { ObservedCall } from './observed-call.ts'

/**
 * What is known of calls to a world without the calls: counts, and what detectors found. Takes bounded memory, however
 * many calls are added.
 */
export class CallStatistics {
  readonly counts: CallCounts
  readonly watches: readonly Watch[]

  /** @param from The statistics to copy. */
  constructor(from?: CallStatistics) {
    this.counts = new CallCounts(from?.counts)
    this.watches = from?.watches.map((watch) => watch.copy()) ?? newWatches()
  }

  /** Does what watches have put off, step by step. */
  *settle(): IncrementalTask<void> {
    for (const watch of this.watches) if (watch.settle !== undefined) yield* watch.settle()
  }

  /** Adds a call that was answered, or never will be. Each is added once, in the order of their arrival if possible. */
  add(entry: JournalEntry): void {
    this.counts.add(entry)
    let call: ObservedCall | undefined
    for (const watch of this.watches) {
      if (!watch.wants(entry)) continue
      call ??= new ObservedCall(entry)
      watch.observe(call)
    }
  }
}

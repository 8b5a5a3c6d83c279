import type { FeedOutcome } from '#server/domain/catalogs/feeds/feed-outcome.ts'
import type { Lifecycle } from '#server/domain/time/lifecycle.ts'
import type { Progress } from '#server/worlds/progress.ts'
import type { ProcessingResultRow } from './repository.ts'
import type { ProcessingStatus } from './schema.ts'

/** The name of the kind in settings. */
export const processingKind = 'feed_processing_results'

/** The seconds after which a queued processing begins, and after which it ends. */
export const processingSteps = { begins: 2, ends: 10 } as const

/** The lifecycle of a processing; what it comes to at its end depends on the feed. */
export const processingLifecycle: Lifecycle<'QUEUED_FOR_PROCESSING' | 'PROCESSING' | 'ended'> = [
  [0, 'QUEUED_FOR_PROCESSING'],
  [processingSteps.begins, 'PROCESSING'],
  [processingSteps.ends, 'ended'],
]

/** Whether a processing has come to its end by the clock, whatever the feed was found to have. */
export const hasEnded = ({ id, held, started }: ProcessingResultRow, progress: Progress): boolean =>
  held === null && progress.stateOf(processingLifecycle, started, id) === 'ended'

/** The status of a processing, and what it came to where it has ended. */
export interface ProcessingState {
  readonly status: ProcessingStatus
  readonly outcome: FeedOutcome | undefined
}

/**
 * Returns the state of a processing. One that was read stays over on a clock that is set back, and one that has ended but
 * was not read yet is still in process.
 */
export function processingState(row: ProcessingResultRow, progress: Progress): ProcessingState {
  const { id, started, held } = row
  const outcome: FeedOutcome | undefined = row.outcome === null ? undefined : JSON.parse(row.outcome)
  if (held !== null) return { status: held, outcome }
  if (outcome !== undefined) return { status: outcome.status, outcome }
  const state = progress.stateOf(processingLifecycle, started, id)
  return { status: state === 'ended' ? 'PROCESSING' : state, outcome }
}

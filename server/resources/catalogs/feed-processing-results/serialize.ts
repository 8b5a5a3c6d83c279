import { dateTimeOf } from '#server/domain/time/clock.ts'
import { transitionedEnd } from '#server/domain/time/transition.ts'
import { type Progress, progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import type { ProcessingResultRow } from './repository.ts'
import { processingKind, processingLifecycle, processingState } from './state.ts'

const nothing = { warnings: {}, errors: {} }

/** Returns a processing result as JSON text, with its keys in the order of recorded responses. */
export function processingResultText(world: World, row: ProcessingResultRow, progress: Progress): string {
  const { id, created, started, held } = row
  const state = held === null ? progress.stateOf(processingLifecycle, started, id) : 'ended'
  const { status, outcome } =
    state === 'QUEUED_FOR_PROCESSING' && held === null
      ? { status: state, outcome: undefined }
      : processingState(row, state === 'ended')
  const ended = transitionedEnd(processingLifecycle, started, progress.now, world.transitions[processingKind])
  const { validation, ingestion } = outcome ?? { validation: nothing, ingestion: { ...nothing, info: {} } }
  return JSON.stringify({
    created_at: dateTimeOf(created * 1000),
    status,
    id,
    validation_details: { warnings: validation.warnings, errors: validation.errors },
    updated_at: dateTimeOf((outcome === undefined ? Math.min(progress.now, ended) : ended) * 1000),
    product_counts: outcome === undefined ? null : { original: outcome.original, ingested: outcome.ingested },
    ingestion_details: { warnings: ingestion.warnings, info: ingestion.info, errors: ingestion.errors },
  })
}

/** Returns a processing that an ingestion has begun as JSON text. */
export function ingestionText(world: World, row: ProcessingResultRow): string {
  const progress = progressOf(world, processingKind)
  const { id, created_at, status } = JSON.parse(processingResultText(world, row, progress))
  return JSON.stringify({ id, feed_id: row.feed_id, created_at, status })
}

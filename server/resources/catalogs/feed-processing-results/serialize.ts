import { emptyOutcome } from '#server/domain/catalogs/feeds/feed-outcome.ts'
import { dateTimeOf } from '#server/domain/time/clock.ts'
import { transitionedEnd } from '#server/domain/time/transition.ts'
import { type Progress, progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import type { ProcessingResultRow } from './repository.ts'
import { processingKind, processingLifecycle, processingState } from './state.ts'

/** Returns a processing result as JSON text, with its keys in the order of recorded responses. */
export function processingResultText(world: World, row: ProcessingResultRow, progress: Progress): string {
  const { id, created, started } = row
  const { status, outcome } = processingState(row, progress)
  const end = transitionedEnd(processingLifecycle, started, progress.now, world.transitions[processingKind])
  const changed = outcome === undefined ? Math.min(progress.now, end) : (outcome.ended ?? end)
  const { validation, ingestion } = outcome ?? emptyOutcome
  return JSON.stringify({
    created_at: dateTimeOf(created * 1000),
    status,
    id,
    validation_details: { warnings: validation.warnings, errors: validation.errors },
    updated_at: dateTimeOf(Math.max(created, changed) * 1000),
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

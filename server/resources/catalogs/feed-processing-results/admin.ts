import { z } from 'zod'
import { editableEntity, startOfState } from '#server/contracts/editable-entity.ts'
import { changedOutcome, emptyOutcome, type FeedOutcome } from '#server/domain/catalogs/feeds/feed-outcome.ts'
import { progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { type ProcessingResultRow, processingResultTable } from './repository.ts'
import { processingStatuses } from './schema.ts'
import { processingResultText } from './serialize.ts'
import { processingKind, processingLifecycle } from './state.ts'

const counts = z.record(z.string(), z.int().min(0)).optional()

/** The fields of a processing result that direct edits change, and that seeds have. */
export const processingChange = {
  status: z.enum(processingStatuses).optional(),
  product_counts: z.strictObject({ original: z.int().min(0), ingested: z.int().min(0) }).optional(),
  validation_details: z.strictObject({ errors: counts, warnings: counts }).optional(),
  ingestion_details: z.strictObject({ errors: counts, info: counts, warnings: counts }).optional(),
}

/**
 * Direct edits of processing results: the status and what they say. A processing goes on from QUEUED_FOR_PROCESSING and
 * PROCESSING with the world's clock; any other status stays.
 */
export const processingResultKind = editableEntity({
  name: processingKind,
  change: processingChange,
  edit(world: World, row: ProcessingResultRow, change) {
    const { status, ...parts } = change
    const outcome = changedOutcome(row.outcome === null ? emptyOutcome : JSON.parse(row.outcome), parts)
    const isUnderWay = status === 'QUEUED_FOR_PROCESSING' || status === 'PROCESSING'
    const stored = isUnderWay ? { ...row, ...underWay(world, row, status) } : { ...row, ...fixed(row, status, outcome) }
    const changed = processingResultTable.update<ProcessingResultRow>(world.db, stored)
    return processingResultText(world, changed, progressOf(world, processingKind))
  },
})

function underWay(
  world: World,
  { id, started }: ProcessingResultRow,
  state: 'QUEUED_FOR_PROCESSING' | 'PROCESSING',
): Pick<ProcessingResultRow, 'started' | 'held' | 'outcome'> {
  const start = startOfState(world, processingKind, processingLifecycle, { id, field: 'status', state })
  return { started: start ?? started, held: null, outcome: null }
}

const fixed = (
  { held }: ProcessingResultRow,
  status: ProcessingResultRow['held'] | undefined,
  outcome: FeedOutcome,
): Pick<ProcessingResultRow, 'held' | 'outcome'> => ({ held: status ?? held, outcome: JSON.stringify(outcome) })

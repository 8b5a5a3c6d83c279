import { z } from 'zod'
import { editableEntity, startOfState } from '#server/contracts/editable-entity.ts'
import { feedErrors, feedWarnings } from '#server/domain/catalogs/feeds/feed-issue-names.ts'
import { changedOutcome, emptyOutcome } from '#server/domain/catalogs/feeds/feed-outcome.ts'
import {
  ingestionErrors,
  ingestionInfo,
  ingestionWarnings,
} from '#server/domain/catalogs/feeds/ingestion-issue-names.ts'
import { itemErrors, itemWarnings } from '#server/domain/catalogs/validation/issue-names.ts'
import { progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { type ProcessingResultRow, processingResultTable } from './repository.ts'
import { processingStatuses } from './schema.ts'
import { processingResultText } from './serialize.ts'
import { processingKind, processingLifecycle } from './state.ts'

const countsBy = (names: readonly string[]) => z.partialRecord(z.enum(names), z.int().min(0)).optional()
const validation = {
  errors: countsBy([...itemErrors, ...feedErrors]),
  warnings: countsBy([...itemWarnings, ...feedWarnings]),
}
const ingestion = {
  errors: countsBy(ingestionErrors),
  info: countsBy(ingestionInfo),
  warnings: countsBy(ingestionWarnings),
}

/** The fields of a processing result that direct edits change, and that seeds have. */
export const processingChange = {
  status: z.enum(processingStatuses).optional(),
  product_counts: z.strictObject({ original: z.int().min(0), ingested: z.int().min(0) }).optional(),
  validation_details: z.strictObject(validation).optional(),
  ingestion_details: z.strictObject(ingestion).optional(),
}

/**
 * Direct edits of processing results: the status and what they say. A processing goes on from QUEUED_FOR_PROCESSING and
 * PROCESSING with the world's clock; any other status stays, with what was known before.
 */
export const processingResultKind = editableEntity({
  name: processingKind,
  change: processingChange,
  edit(world: World, row: ProcessingResultRow, { status, ...parts }) {
    const before = row.outcome ?? row.set_aside
    const outcome = JSON.stringify(changedOutcome(before === null ? emptyOutcome : JSON.parse(before), parts))
    const isUnderWay = status === 'QUEUED_FOR_PROCESSING' || status === 'PROCESSING'
    const changed = processingResultTable.update<ProcessingResultRow>(world.db, {
      ...row,
      ...(isUnderWay
        ? { started: startOf(world, row, status), held: null, outcome: null, set_aside: outcome }
        : { held: status ?? row.held, outcome }),
    })
    return processingResultText(world, changed, progressOf(world, processingKind))
  },
})

/** Returns the start of a processing that is in a state now. */
const startOf = (
  world: World,
  { id, started }: ProcessingResultRow,
  state: 'QUEUED_FOR_PROCESSING' | 'PROCESSING',
): number => startOfState(world, processingKind, processingLifecycle, { id, field: 'status', state }) ?? started

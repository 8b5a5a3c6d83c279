import { dateTimeOf } from '#server/domain/time/clock.ts'
import type { Lifecycle } from '#server/domain/time/lifecycle.ts'
import { transitionedEnd } from '#server/domain/time/transition.ts'
import type { Progress } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import type { OperationRecord } from './carry-out.ts'
import type { SupplementalItemBatchRow } from './repository.ts'

/** The seconds that a batch takes, which is a decision of this project. */
const batchTakes = 10

/** The lifecycle of a batch. */
export const supplementalBatchLifecycle: Lifecycle<'PROCESSING' | 'COMPLETED'> = [
  [0, 'PROCESSING'],
  [batchTakes, 'COMPLETED'],
]

/** Returns a batch as JSON text. Its operations have results when it is completed. */
export function supplementalBatchText(world: World, row: SupplementalItemBatchRow, progress: Progress): string {
  const start = Math.floor(row.created_at / 1000)
  const status = progress.stateOf(supplementalBatchLifecycle, start, row.id)
  const isDone = status === 'COMPLETED'
  const records: readonly OperationRecord[] = JSON.parse(row.records)
  return JSON.stringify({
    batch_id: row.id,
    created_time: dateTimeOf(row.created_at),
    ...(isDone && { completed_time: dateTimeOf(endOf(world, start, progress.now) * 1000) }),
    status,
    operation_results: records.map(({ item_id, store_code, errors, warnings }) => ({
      ...{ item_id, store_code, supplemental_type: 'LOCAL_INVENTORY' },
      status: isDone ? (errors.length > 0 ? 'FAILURE' : 'SUCCESS') : 'PROCESSING',
      errors: isDone ? errors : [],
      warnings: isDone ? warnings : [],
    })),
  })
}

const endOf = ({ transitions }: World, start: number, now: number): number =>
  transitionedEnd(supplementalBatchLifecycle, start, now, transitions.supplemental_item_batches) ?? start

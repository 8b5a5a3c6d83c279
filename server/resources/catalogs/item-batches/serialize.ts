import { dateTimeOf } from '#server/domain/time/clock.ts'
import type { Lifecycle } from '#server/domain/time/lifecycle.ts'
import { transitionedEnd } from '#server/domain/time/transition.ts'
import type { Progress } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import type { ItemRecord } from './carry-out.ts'
import { keyNames } from './operations.ts'
import type { ItemBatchRow } from './repository.ts'

/** The seconds that a batch takes, which is a decision of this project. */
const batchTakes = 10

/** The lifecycle of a batch. */
export const batchLifecycle: Lifecycle<'PROCESSING' | 'COMPLETED'> = [
  [0, 'PROCESSING'],
  [batchTakes, 'COMPLETED'],
]

/** Returns a batch as JSON text. Its items have results when it is completed. */
export function batchText(world: World, row: ItemBatchRow, progress: Progress): string {
  const { id, catalog_type, created_at } = row
  const start = Math.floor(created_at / 1000)
  const status = progress.stateOf(batchLifecycle, start, id)
  const isDone = status === 'COMPLETED'
  const end = isDone
    ? (transitionedEnd(batchLifecycle, start, progress.now, world.transitions.item_batches) ?? start)
    : 0
  const name = keyNames[catalog_type]
  const items = (JSON.parse(row.records) as readonly ItemRecord[]).map(({ key, errors, warnings }) => ({
    [name]: key,
    status: isDone ? (errors.length > 0 ? 'FAILURE' : 'SUCCESS') : 'PROCESSING',
    errors: isDone ? errors : [],
    warnings: isDone ? warnings : [],
  }))
  return JSON.stringify({
    batch_id: id,
    catalog_type,
    created_time: dateTimeOf(created_at),
    completed_time: isDone ? dateTimeOf(end * 1000) : null,
    status,
    items,
  })
}

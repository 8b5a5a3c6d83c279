import { dateTimeOf } from '#server/domain/time/clock.ts'
import type { DeletionRequestRow } from './repository.ts'
import type { deletionStatuses } from './schema.ts'

/** Returns the status of a request at a moment in Unix seconds. */
export function deletionStatus(
  { cancelled, due }: Pick<DeletionRequestRow, 'cancelled' | 'due'>,
  now: number,
): (typeof deletionStatuses)[number] {
  if (cancelled !== null) return 'CANCELLED'
  return due <= now ? 'SUBMITTED' : 'PENDING'
}

const dayOf = (seconds: number): string => dateTimeOf(seconds * 1000).slice(0, 10)

/** Returns a request as JSON text. */
export function deletionRequestText(row: DeletionRequestRow, now: number): string {
  const status = deletionStatus(row, now)
  return JSON.stringify({
    request_id: row.id,
    status,
    created_time: dayOf(row.created),
    processed_time: status === 'SUBMITTED' ? dayOf(row.due) : null,
  })
}

import { matchingTakes } from '#server/domain/ads/audience-size.ts'
import { type Lifecycle, startTimeOf, stateAt } from '#server/domain/time/lifecycle.ts'
import type { CustomerListRow } from '../customer-lists/repository.ts'
import type { UploadRow } from './repository.ts'
import type { CustomerListUpload, CustomerListUploadCreated, UploadState } from './schema.ts'

const lifecycle: Lifecycle<'RUNNING' | 'SUCCEEDED'> = [
  [0, 'RUNNING'],
  [matchingTakes, 'SUCCEEDED'],
]

/**
 * Returns the time at which an upload must have been run for it to reach the state now; null for a state before the
 * run.
 */
export const uploadStartTimeFor = (state: UploadState, now: number): number | null =>
  state === 'NOT_STARTED' ? null : (startTimeOf(lifecycle, state as 'RUNNING', now) ?? now)

/** Returns the upload as responses have it at a time. */
export function uploadOf(row: UploadRow, { ad_account_id }: CustomerListRow, now: number): CustomerListUpload {
  const { id, customer_list_id, operation, created_time, started_time, held } = row
  const state = held ?? (started_time === null ? 'NOT_STARTED' : stateAt(lifecycle, started_time, now))
  const isDone = state === 'SUCCEEDED'
  return {
    id,
    ad_account_id,
    customer_list_id,
    operation,
    state,
    creation_time: created_time,
    updated_time: (started_time ?? created_time) + (isDone ? matchingTakes : 0),
    record_counts: isDone ? { processed: 0, valid: 0, invalid: 0 } : null,
    error_counts: isDone ? [] : null,
  }
}

/** Returns the response to a creation, with a URL for each part of the upload below the base URL. */
export const createdUpload = (
  upload: CustomerListUpload,
  parts: number,
  address: string,
): CustomerListUploadCreated => ({
  customer_list_upload: upload,
  s3_multipart_upload_data: {
    file_parts: Array.from({ length: parts }, (_, index) => ({
      part_number: index + 1,
      presigned_url: `${address}/${upload.id}/${index + 1}`,
    })),
  },
})

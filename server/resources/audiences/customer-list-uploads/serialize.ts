import { matchingTakes } from '#server/domain/ads/audience-size.ts'
import type { Lifecycle } from '#server/domain/time/lifecycle.ts'
import type { Progress } from '#server/worlds/progress.ts'
import type { CustomerListRow } from '../customer-lists/repository.ts'
import type { UploadRow } from './repository.ts'
import type { CustomerListUpload, CustomerListUploadCreated, UploadState } from './schema.ts'

/** The lifecycle of an upload from its run. */
export const uploadLifecycle: Lifecycle<UploadState> = [
  [0, 'RUNNING'],
  [matchingTakes, 'SUCCEEDED'],
]

/** Returns the upload as responses have it now. */
export function uploadOf(row: UploadRow, { ad_account_id }: CustomerListRow, progress: Progress): CustomerListUpload {
  const { id, customer_list_id, operation, created_time, started_time, held } = row
  const state = held ?? (started_time === null ? 'NOT_STARTED' : progress.stateOf(uploadLifecycle, started_time, id))
  const isDone = state === 'SUCCEEDED'
  const updated_time = started_time ?? created_time
  return {
    id,
    ad_account_id,
    customer_list_id,
    operation,
    state,
    creation_time: created_time,
    updated_time: isDone ? Math.min(updated_time + matchingTakes, Math.max(updated_time, progress.now)) : updated_time,
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

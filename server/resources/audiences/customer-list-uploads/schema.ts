import { z } from 'zod'
import { Id } from '#server/http/schema/fields.ts'
import { CustomerListPath, ListOperation } from '../customer-lists/schema.ts'

/** The states of an upload. */
export const uploadStates = ['NOT_STARTED', 'RUNNING', 'PAUSED', 'SUCCEEDED', 'FAILED'] as const
/** One of `uploadStates`. */
export type UploadState = (typeof uploadStates)[number]

/** The request body of a creation. */
export const CustomerListUploadCreate = z
  .object({
    operation: ListOperation,
    total_parts: z.int().min(1).max(10).meta({ description: 'In how many parts the file is sent.' }),
  })
  .meta({
    id: 'CustomerListUploadCreate',
    description: 'A file of records that is to be sent.',
    example: { operation: 'ADD', total_parts: 1 },
  })

/** An upload in a response. */
export const CustomerListUpload = z
  .object({
    id: Id,
    ad_account_id: Id,
    customer_list_id: Id,
    operation: ListOperation,
    state: z.enum(uploadStates).meta({ description: 'SUCCEEDED a minute after it was run.' }),
    creation_time: z.int(),
    updated_time: z.int(),
    record_counts: z
      .object({ processed: z.int(), valid: z.int(), invalid: z.int() })
      .nullable()
      .meta({ description: 'null until it has SUCCEEDED; then 0, as no file is kept here.' }),
    error_counts: z
      .array(z.object({ error_code: z.int(), message: z.string(), count: z.int() }))
      .nullable()
      .meta({ description: 'null until it has SUCCEEDED; then none.' }),
  })
  .meta({ id: 'CustomerListUpload', description: 'A file of records for a customer list.' })

const FilePart = z.object({ part_number: z.int(), presigned_url: z.string() })

/** The response to a creation. */
export const CustomerListUploadCreated = z
  .object({
    customer_list_upload: CustomerListUpload,
    s3_multipart_upload_data: z
      .object({ file_parts: z.array(FilePart) })
      .meta({ description: 'Where the parts go; nothing of them is kept.' }),
  })
  .meta({ id: 'CustomerListUploadCreated', description: 'A new upload, and where its parts go.' })

/** The path parameters of an upload. */
export const CustomerListUploadPath = CustomerListPath.extend({
  customer_list_upload_id: Id.meta({ description: 'Customer list upload ID.' }),
})

export type CustomerListUploadCreate = z.output<typeof CustomerListUploadCreate>
export type CustomerListUpload = z.output<typeof CustomerListUpload>
export type CustomerListUploadCreated = z.output<typeof CustomerListUploadCreated>

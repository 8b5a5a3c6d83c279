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
    total_parts: z.int().min(1).max(10).meta({ description: 'Number of parts of the file.' }),
  })
  .meta({
    id: 'CustomerListUploadCreate',
    description: 'Request to register an upload.',
    example: { operation: 'ADD', total_parts: 1 },
  })

/** An upload in a response. */
export const CustomerListUpload = z
  .object({
    id: Id,
    ad_account_id: Id,
    customer_list_id: Id,
    operation: ListOperation,
    state: z
      .enum(uploadStates)
      .meta({ description: "State by the world's clock. SUCCEEDED one minute after the run." }),
    creation_time: z.int(),
    updated_time: z.int(),
    record_counts: z.object({ processed: z.int(), valid: z.int(), invalid: z.int() }).nullable().meta({
      description: 'Number of records: null before the state SUCCEEDED, then 0, because the mock stores no file.',
    }),
    error_counts: z
      .array(z.object({ error_code: z.int(), message: z.string(), count: z.int() }))
      .nullable()
      .meta({ description: 'Number of errors: null before the state SUCCEEDED, then 0.' }),
  })
  .meta({ id: 'CustomerListUpload', description: 'An upload: a file with records of a customer list.' })

const FilePart = z.object({ part_number: z.int(), presigned_url: z.string() })

/** The response to a creation. */
export const CustomerListUploadCreated = z
  .object({
    customer_list_upload: CustomerListUpload,
    s3_multipart_upload_data: z
      .object({ file_parts: z.array(FilePart) })
      .meta({ description: 'Upload URLs of the parts. The mock stores none of them.' }),
  })
  .meta({ id: 'CustomerListUploadCreated', description: 'The new upload with the URLs of its parts.' })

/** The path parameters of an upload. */
export const CustomerListUploadPath = CustomerListPath.extend({
  customer_list_upload_id: Id,
})

export type CustomerListUploadCreate = z.output<typeof CustomerListUploadCreate>
export type CustomerListUpload = z.output<typeof CustomerListUpload>
export type CustomerListUploadCreated = z.output<typeof CustomerListUploadCreated>

import { z } from 'zod'
import { Order, pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { AdAccountPath, Id, QueryBoolean, text } from '#server/http/schema/fields.ts'
import { CustomerRow } from './records.ts'

/** The types of records of a list. */
export const listTypes = ['EMAIL', 'IDFA', 'MAID', 'LR_ID', 'DLX_ID', 'HASHED_PINNER_ID'] as const
/** One of `listTypes`. */
export type ListType = (typeof listTypes)[number]

/** Whether records are added to the list or removed. */
export const ListOperation = z.enum(['ADD', 'REMOVE'])
export type ListOperation = z.output<typeof ListOperation>

/** The statuses of a list. */
export const listStatuses = ['PROCESSING', 'READY', 'TOO_SMALL', 'UPLOADING'] as const

const longestRecord = 1000

const sentRecords = {
  records: z
    .string()
    .refine((value) => value.split(',').every(({ length }) => length <= longestRecord), {
      error: `has a record of more than ${longestRecord} characters`,
    })
    .nullish()
    .meta({
      'x-max-characters': longestRecord,
      description: 'Records with commas between them: email addresses, plain or hashed, or hashed device ids.',
      example: 'one@example.com,two@example.com',
    }),
  records_v2: z.array(CustomerRow).nullish().meta({ description: 'The same as rows, in place of records.' }),
}

/** The request body of a creation. */
export const CustomerListCreate = z
  .object({
    name: text(255).meta({ description: 'List name.', example: 'Newsletter readers' }),
    ...sentRecords,
    list_type: z.enum(listTypes).nullish().meta({ description: 'What the records are; EMAIL when absent.' }),
    is_nca: z
      .boolean()
      .nullish()
      .meta({ description: 'Whether it is for the acquisition of new customers, for good.' }),
  })
  .meta({
    id: 'CustomerListCreate',
    description: 'A new customer list.',
    example: { name: 'Newsletter readers', records: 'one@example.com,two@example.com' },
  })

/** The request body of an update. */
export const CustomerListUpdate = z.object({ operation_type: ListOperation, ...sentRecords }).meta({
  id: 'CustomerListUpdate',
  description: 'Records that join a list or leave it.',
  example: { operation_type: 'ADD', records: 'three@example.com' },
})

/** A customer list in a response. */
export const CustomerList = z
  .object({
    ad_account_id: Id,
    created_time: z.int(),
    id: Id,
    name: z.string(),
    num_batches: z.int().meta({ description: 'How often records were sent; the creation counts.' }),
    num_removed_user_records: z.int().meta({ description: 'Records sent for removal, found or not.' }),
    num_uploaded_user_records: z.int().meta({ description: 'Records sent to join, known or not.' }),
    status: z.enum(listStatuses).meta({ description: 'TOO_SMALL: fewer than 100 people.' }),
    type: z.literal('customerlist'),
    updated_time: z.int().meta({ description: 'When records were sent last, or the matching of them ended.' }),
    exceptions: z.object({}).meta({ description: 'Always empty.' }),
    is_nca: z.boolean().optional().meta({
      description: 'For the acquisition of new customers. A list of lists tells it always, else when it is so.',
    }),
  })
  .meta({ id: 'CustomerList', description: 'People that an advertiser knows, of whom an audience can be made.' })

/** The query parameters of a list. */
export const CustomerListListQuery = z.object({
  order: Order,
  exclude_nca: QueryBoolean.meta({
    description: 'Whether lists for the acquisition of new customers are left out.',
    'x-default': false,
  }),
  ...pageQuery,
})

/** The response of a list. */
export const CustomerListPage = pageOf(CustomerList).meta({ id: 'CustomerListPage' })

/** The path parameters of a customer list. */
export const CustomerListPath = AdAccountPath.extend({
  customer_list_id: Id.meta({ description: 'Customer list ID.' }),
})

export type CustomerListCreate = z.output<typeof CustomerListCreate>
export type CustomerListUpdate = z.output<typeof CustomerListUpdate>
/** A customer list as it is stored: the response without `status` and `is_nca`. */
export type StoredCustomerList = Omit<z.output<typeof CustomerList>, 'status' | 'is_nca'>

import { z } from 'zod'
import { Order, pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { AdAccountPath, Id, text } from '#server/http/schema/fields.ts'
import { QueryBoolean } from '#server/http/schema/query-fields.ts'
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
      description: 'Records separated by commas: plain or hashed email addresses, or hashed device ids.',
      example: 'one@example.com,two@example.com',
    }),
  records_v2: z.array(CustomerRow).nullish().meta({ description: 'Records as rows. Alternative to records.' }),
}

/** The request body of a creation. */
export const CustomerListCreate = z
  .object({
    name: text(255).meta({ description: 'List name.', example: 'Newsletter readers' }),
    ...sentRecords,
    list_type: z.enum(listTypes).nullish().meta({ description: 'Type of the records. Absent: EMAIL.' }),
    is_nca: z
      .boolean()
      .nullish()
      .meta({ description: 'Whether the list is for new customer acquisition. Cannot be changed later.' }),
  })
  .meta({
    id: 'CustomerListCreate',
    description: 'Request to create a customer list.',
    example: { name: 'Newsletter readers', records: 'one@example.com,two@example.com' },
  })

/** The request body of an update. */
export const CustomerListUpdate = z.object({ operation_type: ListOperation, ...sentRecords }).meta({
  id: 'CustomerListUpdate',
  description: 'Request to add or remove records.',
  example: { operation_type: 'ADD', records: 'three@example.com' },
})

/** A customer list in a response. */
export const CustomerList = z
  .object({
    ad_account_id: Id,
    created_time: z.int(),
    id: Id,
    name: z.string(),
    num_batches: z.int().meta({ description: 'Number of batches, including the creation.' }),
    num_removed_user_records: z
      .int()
      .meta({ description: 'Number of records sent for removal, including unknown ones.' }),
    num_uploaded_user_records: z
      .int()
      .meta({ description: 'Number of records sent for addition, including known ones.' }),
    status: z
      .enum(listStatuses)
      .meta({ description: "Status by the world's clock. TOO_SMALL: fewer than 100 people." }),
    type: z.literal('customerlist'),
    updated_time: z
      .int()
      .meta({ description: 'Unix time in seconds of the last batch, or of the end of its matching.' }),
    exceptions: z.object({}).meta({ description: 'Always empty.' }),
    is_nca: z.boolean().optional().meta({
      description:
        'Whether the list is for new customer acquisition. Always present in lists; in other responses only where true.',
    }),
  })
  .meta({
    id: 'CustomerList',
    description: "A customer list: hashed identifiers of an advertiser's customers. An audience can be built from it.",
  })

/** The query parameters of a list. */
export const CustomerListListQuery = z.object({
  order: Order,
  exclude_nca: QueryBoolean.meta({
    description: 'Whether customer lists for new customer acquisition are excluded.',
    'x-default': false,
  }),
  ...pageQuery,
})

/** The response of a list. */
export const CustomerListPage = pageOf(CustomerList).meta({ id: 'CustomerListPage' })

/** The path parameters of a customer list. */
export const CustomerListPath = AdAccountPath.extend({
  customer_list_id: Id,
})

export type CustomerListCreate = z.output<typeof CustomerListCreate>
export type CustomerListUpdate = z.output<typeof CustomerListUpdate>
/** A customer list as it is stored: the response without `status` and `is_nca`. */
export type StoredCustomerList = Omit<z.output<typeof CustomerList>, 'status' | 'is_nca'>

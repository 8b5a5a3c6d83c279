import { z } from 'zod'
import { Order, pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { AdAccountPath, Id, LongText } from '#server/http/schema/fields.ts'

/** The states of a request: it can be cancelled while it is PENDING. */
export const deletionStatuses = ['PENDING', 'SUBMITTED', 'CANCELLED'] as const

/** The request body of a creation. */
export const DeletionRequestCreate = z
  .object({
    deletion_targets: z
      .object({
        user_emails: z.array(LongText).min(1).nullish().meta({ description: 'Email addresses as plain text.' }),
        epiks: z.array(LongText).nullish().meta({ description: 'Ids of clicks.' }),
      })
      .meta({ description: 'People whose events are deleted: by email addresses, ids of clicks, or both.' }),
  })
  .meta({
    id: 'ConversionDeletionRequestCreate',
    description: 'Request to delete the conversion events of people.',
    example: { deletion_targets: { user_emails: ['one@example.com'] } },
  })
export type DeletionRequestCreate = z.output<typeof DeletionRequestCreate>

const Day = z.iso.date()

/** A request for deletion in a response: what it names never comes back. */
export const DeletionRequest = z
  .object({
    request_id: Id,
    status: z.enum(deletionStatuses),
    created_time: Day,
    processed_time: Day.nullable().meta({ description: 'Day on which the events were deleted; null before it.' }),
  })
  .meta({ id: 'ConversionDeletionRequest', description: 'A request to delete conversion events, with its status.' })

/** The path of one request. */
export const DeletionRequestPath = AdAccountPath.extend({
  request_id: Id,
})

/** The query parameters of a list. */
export const DeletionRequestListQuery = z.object({ order: Order, ...pageQuery })

/** The response of a list. */
export const DeletionRequestPage = pageOf(DeletionRequest).meta({ id: 'ConversionDeletionRequestPage' })

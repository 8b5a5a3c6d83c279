import { z } from 'zod'
import { idOf } from '#server/domain/ids.ts'
import { Order, pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { Id, LongId, LongText, UnixTime } from '#server/http/schema/fields.ts'
import { QueryBoolean } from '#server/http/schema/query-fields.ts'
import { audienceIdRange } from '../audiences/resource.ts'
import { customerSegmentIdRange } from './resource.ts'

/** ACTIVE: in use. DELETED: removed, and omitted from lists. */
export const segmentStatuses = ['ACTIVE', 'DELETED'] as const

const audience_ids = z.array(LongId).meta({ description: 'Ids of audiences.', example: [idOf(audienceIdRange, 1)] })

/** The request body of a creation. */
export const CustomerSegmentCreate = z
  .object({ name: LongText.meta({ example: 'Loyal customers' }), audience_ids })
  .meta({
    id: 'CustomerSegmentCreate',
    description: 'Request to create a customer segment.',
    example: { name: 'Loyal customers', audience_ids: [idOf(audienceIdRange, 1)] },
  })
export type CustomerSegmentCreate = z.output<typeof CustomerSegmentCreate>

/** The request body of an update. */
export const CustomerSegmentUpdate = z
  .object({
    id: LongId,
    operation_type: z.enum(['UPDATE', 'REMOVE']),
    audience_ids: audience_ids.nullish().meta({ description: 'Audiences in place of the stored ones, with UPDATE.' }),
  })
  .meta({
    id: 'CustomerSegmentUpdate',
    description: 'Request to update or remove a customer segment.',
    example: {
      id: idOf(customerSegmentIdRange, 1),
      operation_type: 'UPDATE',
      audience_ids: [idOf(audienceIdRange, 1)],
    },
  })
export type CustomerSegmentUpdate = z.output<typeof CustomerSegmentUpdate>

/** A customer segment in a response. */
export const CustomerSegment = z
  .object({
    id: Id,
    name: z.string(),
    ad_account_id: Id,
    audience_ids: z.array(LongId),
    created_time: UnixTime,
    updated_time: UnixTime,
    status: z.enum(segmentStatuses),
  })
  .meta({ id: 'CustomerSegment', description: 'A customer segment: audiences under a name.' })
export type CustomerSegment = z.output<typeof CustomerSegment>

/** The query parameters of a list. */
export const CustomerSegmentListQuery = z.object({
  include_sizing: QueryBoolean.meta({
    description: 'Accepted without effect: the response that it leads to is not known.',
    'x-default': false,
  }),
  search_query: z.string().optional().meta({ description: 'Returns only segments whose name contains this text.' }),
  order: Order,
  ...pageQuery,
})

/** The response of a list. */
export const CustomerSegmentPage = pageOf(CustomerSegment).meta({ id: 'CustomerSegmentPage' })

/** The response to an update: null (observed). */
export const CustomerSegmentUpdateReply = z.null().meta({ description: 'Always null.' })

import { routesFor } from '#server/collections/routes-for.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { adAccountOwner } from '#server/resources/accounts/ad-accounts/owner.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { customerSegmentTable, listCustomerSegments } from './repository.ts'
import {
  CustomerSegment,
  CustomerSegmentCreate,
  CustomerSegmentListQuery,
  CustomerSegmentPage,
  CustomerSegmentUpdate,
  CustomerSegmentUpdateReply,
} from './schema.ts'
import { changeCustomerSegment, createCustomerSegment } from './service.ts'

const segments = routesFor({ owner: adAccountOwner, table: customerSegmentTable })

/** Adds the operations on customer segments. */
export function customerSegmentRoutes(app: Operations): void {
  app.operation('customer_segment/list', {
    summary: 'List customer segments',
    description: "Returns a page of the ad account's customer segments that were not removed, ordered by id.",
    ...segments.narrowedList(CustomerSegmentListQuery, CustomerSegmentPage, {
      filters: ({ search_query = '', order = 'ASCENDING' }) => ({ search_query, order }),
      rows: listCustomerSegments,
    }),
  })

  app.operation('customer_segment/create', {
    summary: 'Create a customer segment',
    description: 'Creates a customer segment of audiences of the ad account.',
    ...segments.create(CustomerSegmentCreate, CustomerSegment, createCustomerSegment),
  })

  app.operation('customer_segment/update', {
    summary: 'Update a customer segment',
    description: 'Replaces the audiences of a segment, or removes the segment. The response is null.',
    schema: { params: AdAccountPath, body: CustomerSegmentUpdate, response: { 200: CustomerSegmentUpdateReply } },
    handler: ({ params, body, world }, reply) => {
      const account = requireAdAccount(world, params.ad_account_id)
      world.write(() => changeCustomerSegment(world, account, body))
      return sendJson(reply, 'null')
    },
  })
}

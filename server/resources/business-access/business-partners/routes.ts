import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { separated } from '#server/http/schema/query-fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { rangeSkipping, skipping } from '../businesses/lists.ts'
import { assertActsFor } from '../businesses/permitted.ts'
import { BusinessPath } from '../businesses/schema.ts'
import { listPartners } from './repository.ts'
import { PartnerListQuery, PartnerPage, PartnersDelete, PartnersDeleteReply } from './schema.ts'
import { partnerText } from './serialize.ts'
import { removePartners } from './service.ts'

/** Adds the operations on partners of businesses. */
export function businessPartnerRoutes(app: Operations): void {
  app.operation('get/business_partners', {
    summary: 'List partners',
    description: 'Returns the partners of a business, and the assets that are shared where these are requested.',
    schema: { params: BusinessPath, querystring: PartnerListQuery, response: { 200: PartnerPage } },
    handler: (request, reply) => {
      const { operation, query, world, params } = request
      const { partner_type = 'INTERNAL', assets_summary = false, start_index } = query
      const partner_ids = separated(query.partner_ids) as readonly string[] | undefined
      const filters = { business_id: params.business_id, partner_type, partner_ids }
      const page = requestedPage({ operation, query }, filters)
      assertActsFor(request, params.business_id)
      const rows = skipping(listPartners(world.db, filters, rangeSkipping(page, start_index)), page, start_index)
      return replyWithPage(reply, page, rows, (row) => partnerText(world.db, row, partner_type, assets_summary))
    },
  })

  app.operation('delete_business_partners', {
    summary: 'End partnerships',
    description: 'Ends partnerships, and with them all access to assets. All partners must be of the same type.',
    schema: { params: BusinessPath, body: PartnersDelete, response: { 200: PartnersDeleteReply } },
    handler: (request, reply) => {
      const { world, body, params } = request
      assertActsFor(request, params.business_id)
      const ids = [...new Set(body.partner_ids)]
      world.write(() => removePartners(world, params.business_id, body.partner_type ?? 'INTERNAL', ids))
      return sendJson(reply, JSON.stringify({ deleted_partners: ids }))
    },
  })
}

import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { pageText } from '#server/http/responses/pagination.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { storedAssetTypes } from '../businesses/assets.ts'
import { pageSkipping } from '../businesses/lists.ts'
import { assertActsFor } from '../businesses/permitted.ts'
import { BusinessPath } from '../businesses/schema.ts'
import { filteredAssets } from './filter.ts'
import { countGrantsTo, listAssets, listGrantsTo } from './repository.ts'
import {
  AssetListQuery,
  AssetPage,
  GrantedAssetPage,
  MemberAssetListQuery,
  MemberAssetPage,
  MemberPath,
  PartnerAssetListQuery,
  PartnerPath,
} from './schema.ts'
import { assetText, grantedText } from './serialize.ts'

/** Adds the lists of assets, and of those who have access to them. */
export function listRoutes(app: Operations): void {
  app.operation('business_assets/get', {
    summary: 'List assets',
    description: 'Returns the assets of a type that the business owns or that partners share with it.',
    schema: { params: BusinessPath, querystring: AssetListQuery, response: { 200: AssetPage } },
    handler: (request, reply) => {
      const { operation, query, world, params } = request
      const { start_index, bookmark: _, page_size: __, ...filters } = query
      const page = requestedPage({ operation, query }, { ...params, ...filters })
      assertActsFor(request, params.business_id)
      const type = storedType(query.asset_type)
      const rows = pageSkipping(page, start_index, (range) => {
        return type ? listAssets(world.db, type, filteredAssets(world.db, params.business_id, query), range) : []
      })
      return replyWithPage(reply, page, rows, ({ id }) => assetText(world.db, id, type))
    },
  })

  app.operation('business_member_assets/get', {
    summary: 'List assets of a member',
    description: 'Returns the assets of a type that the business assigned to a member, who may call this too.',
    schema: { params: MemberPath, querystring: MemberAssetListQuery, response: { 200: MemberAssetPage } },
    handler: (request, reply) => {
      const { operation, query, world, params } = request
      const { business_id, member_id: user_id } = params
      const { asset_type: type = 'AD_ACCOUNT', start_index } = query
      const key = { business_id, user_id, grantee: 'MEMBER', type } as const
      const page = requestedPage({ operation, query }, key)
      assertActsFor(request, business_id, user_id)
      const rows = pageSkipping(page, start_index, (range) => listGrantsTo(world.db, key, range))
      const text = pageText(page.list, rows, (row) => grantedText(world.db, row)).slice(0, -1)
      return sendJson(reply, `${text},"total_data_count":${countGrantsTo(world.db, key)}}`)
    },
  })

  app.operation('business_partner_asset_access/get', {
    summary: 'List assets of a partner',
    description: 'Returns the assets of a type that the business shares with a partner, or the partner with it.',
    schema: { params: PartnerPath, querystring: PartnerAssetListQuery, response: { 200: GrantedAssetPage } },
    handler: (request, reply) => {
      const { operation, query, world, params } = request
      const { asset_type: type = 'AD_ACCOUNT', partner_type = 'INTERNAL', start_index } = query
      const [owner, partner] = [params.business_id, params.partner_id]
      const [business_id, user_id] = partner_type === 'INTERNAL' ? [owner, partner] : [partner, owner]
      const key = { business_id, user_id, grantee: 'PARTNER', type } as const
      const page = requestedPage({ operation, query }, { ...key, partner_type })
      assertActsFor(request, params.business_id)
      const rows = pageSkipping(page, start_index, (range) => listGrantsTo(world.db, key, range))
      return replyWithPage(reply, page, rows, (row) => grantedText(world.db, row))
    },
  })
}

const storedType = (type: string = 'AD_ACCOUNT') => storedAssetTypes.find((one) => one === type)

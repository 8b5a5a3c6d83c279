import { z } from 'zod'
import { idOf } from '#server/domain/ids.ts'
import { Order, pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { EntityStatus, LongId } from '#server/http/schema/fields.ts'
import { IdFilter, LongIdFilter, listOf, QueryBoolean, requiredListOf } from '#server/http/schema/query-fields.ts'
import { promotionIdRange } from '../promotions/resource.ts'
import { AdGroup } from './schema.ts'

/** The query parameters of a list. */
export const AdGroupListQuery = z.object({
  campaign_ids: IdFilter.meta({
    description: 'Returns only ad groups of these campaigns. Cannot be combined with ad_group_ids.',
  }),
  ad_group_ids: LongIdFilter.meta({ description: 'Returns only entities with these ids. Unknown ids are ignored.' }),
  entity_statuses: listOf(EntityStatus).meta({
    description: 'Returns only entities with these statuses.',
    'x-default': ['ACTIVE', 'PAUSED'],
  }),
  translate_interests_to_names: QueryBoolean.meta({
    description: 'Whether INTEREST in targeting_spec contains names in place of ids.',
    'x-default': false,
  }),
  order: Order,
  ...pageQuery,
})

/** The query of the list of ad groups that show promotions. */
export const PromotedAdGroupQuery = z.object({
  promotion_ids: requiredListOf(LongId, { min: 1, max: 50 }).meta({
    description: 'Returns only ad groups that show one of these promotions. Unknown ids are ignored.',
    example: [idOf(promotionIdRange, 1)],
  }),
  order: Order,
  ...pageQuery,
})

/** The response of a list. */
export const AdGroupPage = pageOf(AdGroup).meta({ id: 'AdGroupPage' })

import { z } from 'zod'
import { idOf } from '#server/domain/ids.ts'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { actorQuery, LongId } from '#server/http/schema/fields.ts'
import { listOf, requiredListOf } from '#server/http/schema/query-fields.ts'
import { productGroupIdRange } from './resource.ts'
import { ProductGroup } from './schema.ts'

const ids = { min: 1, max: 1000 }

/** The query parameters of a list. */
export const ProductGroupListQuery = z.object({
  id: listOf(LongId, ids).meta({ description: 'Returns only product groups with these ids.' }),
  feed_id: LongId.optional().meta({ description: 'Returns only product groups of this feed.' }),
  catalog_id: LongId.optional().meta({ description: 'Returns only product groups of this catalog.' }),
  ...actorQuery,
  ...pageQuery,
})

/** The response of a list. */
export const ProductGroupPage = pageOf(ProductGroup).meta({ id: 'ProductGroupPage' })

/** The query parameters of the deletion of many. */
export const ProductGroupDeleteQuery = z.object({
  id: requiredListOf(LongId, ids).meta({
    description: 'Ids of the product groups to delete.',
    example: [idOf(productGroupIdRange, 1)],
  }),
  ...actorQuery,
})

/** The path parameters of a product group. */
export const ProductGroupPath = z.object({ product_group_id: LongId })

/** The query parameter that names the ad account to act for. */
export const ActorQuery = z.object(actorQuery)

/** The response of the creation of many: their ids. */
export const ProductGroupIds = z.array(LongId)

import type { Database } from '#db/database.ts'
import { type PageRange, withinAccount } from '#db/keyset.ts'
import { accountTable } from '#db/table.ts'
import type { EntityStatus } from '#server/domain/ads/status.ts'

/**
 * A product group promotion as it is stored: the columns that queries and rules use, and the JSON text for
 * responses.
 */
export interface ProductGroupPromotionRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly ad_group_id: string
  readonly status: EntityStatus
  /** Unix seconds, which no response has; null of one that was stored before there was this column. */
  readonly created_time: number | null
  readonly json: string
}

/** The table of product group promotions. */
export const productGroupPromotionTable = accountTable<ProductGroupPromotionRow>('product_group_promotions', {
  updates: ['status', 'json'],
})

/** The filters of a list of product group promotions: their ids, or an ad group. */
export interface ProductGroupPromotionFilter {
  readonly ad_account_id: string
  readonly ad_group_id?: string | undefined
  readonly product_group_promotion_ids?: readonly string[] | undefined
  readonly entity_statuses: readonly EntityStatus[]
  readonly order: 'ASCENDING' | 'DESCENDING'
}

/** Returns one page of product group promotions in the order of their ids. */
export const listProductGroupPromotions = (
  db: Database,
  { ad_account_id, ad_group_id, product_group_promotion_ids, entity_statuses, order }: ProductGroupPromotionFilter,
  page: PageRange,
): readonly ProductGroupPromotionRow[] =>
  productGroupPromotionTable.page(db, {
    descending: order === 'DESCENDING',
    ...withinAccount(ad_account_id, entity_statuses, {
      id: product_group_promotion_ids,
      ad_group_id: ad_group_id === undefined ? undefined : [ad_group_id],
    }),
    ...page,
  })

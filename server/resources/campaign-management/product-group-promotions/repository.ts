import type { Database } from '#db/database.ts'
import { inserter } from '#db/insert.ts'
import { keysetPage, withinAccount } from '#db/keyset.ts'
import { nextSequence, perDb } from '#db/statements.ts'
import type { EntityStatus } from '#server/domain/ads/status.ts'

/** A product group promotion as it is stored: what is filtered or judged, and the JSON text that is answered. */
export interface PromotionRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly ad_group_id: string
  readonly status: EntityStatus
  readonly json: string
}

const statements = perDb((db) => ({
  byId: db.prepare<[string, string], PromotionRow>(
    'SELECT * FROM product_group_promotions WHERE id = ? AND ad_account_id = ?',
  ),
  insert: inserter<PromotionRow>(db, 'product_group_promotions'),
  update: db.prepare<PromotionRow>('UPDATE product_group_promotions SET status = @status, json = @json WHERE id = @id'),
}))

/** The product group promotion of that id in that ad account. */
export const findPromotion = (db: Database, accountId: string, id: string): PromotionRow | undefined =>
  statements(db).byId.get(id, accountId)

/** The `seq` of the next product group promotion. */
export const nextPromotionSequence = (db: Database): number => nextSequence(db, 'product_group_promotions')

/** Stores a new product group promotion. */
export const insertPromotion = (db: Database, row: PromotionRow): void => statements(db).insert(row)

/** Stores a changed product group promotion. */
export const updatePromotion = (db: Database, row: PromotionRow): void => void statements(db).update.run(row)

/** What a list of product group promotions is narrowed to: some by their ids, else those of an ad group. */
export interface PromotionFilter {
  readonly ad_account_id: string
  readonly ad_group_id?: string | undefined
  readonly product_group_promotion_ids?: readonly string[] | undefined
  readonly entity_statuses: readonly EntityStatus[]
  readonly order: 'ASCENDING' | 'DESCENDING'
}

/** One page of product group promotions in the order of their ids. */
export const listPromotions = (
  db: Database,
  { ad_account_id, ad_group_id, product_group_promotion_ids, entity_statuses, order }: PromotionFilter,
  page: { after?: number | undefined; limit: number },
): readonly PromotionRow[] =>
  keysetPage(db, {
    table: 'product_group_promotions',
    select: 't.*',
    descending: order === 'DESCENDING',
    ...withinAccount(ad_account_id, entity_statuses, {
      id: product_group_promotion_ids,
      ad_group_id: ad_group_id === undefined ? undefined : [ad_group_id],
    }),
    ...page,
  })

import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { accountTable } from '#db/table.ts'

/** The latest review of an ad group's titles, as it is stored. */
export interface TitleReviewRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly ad_group_id: string
  readonly reviewed_count: number
}

/** The table of reviews: at most one for each ad group. */
export const titleReviewTable = accountTable<TitleReviewRow>('dynamic_titles')

/** A product group that an ad group promotes. */
export interface TitledProducts {
  readonly id: string
  readonly name: string | null
}

const statements = perDb((db) => ({
  review: db.prepare<[string], TitleReviewRow>('SELECT * FROM dynamic_titles WHERE ad_group_id = ?'),
  products: db.prepare<[string], TitledProducts>(
    `SELECT id, json ->> '$.catalog_product_group_name' AS name FROM product_group_promotions
     WHERE ad_group_id = ? AND status NOT IN ('ARCHIVED', 'DELETED_DRAFT') ORDER BY seq`,
  ),
}))

/** Returns the latest review of the titles of an ad group. */
export const reviewOf = (db: Database, adGroupId: string): TitleReviewRow | undefined =>
  statements(db).review.get(adGroupId)

/** Returns the product groups that an ad group promotes. */
export const productsOf = (db: Database, adGroupId: string): readonly TitledProducts[] =>
  statements(db).products.all(adGroupId)

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

/** A product group that an ad group promotes, or an ad of it. */
export interface Titled {
  readonly id: string
  readonly name: string | null
}

const statements = perDb((db) => ({
  review: db.prepare<[string], TitleReviewRow>('SELECT * FROM dynamic_titles WHERE ad_group_id = ?'),
  titled: db.prepare<[string, string], Titled>(
    `SELECT id, json ->> '$.catalog_product_group_name' AS name FROM product_group_promotions
     WHERE ad_group_id = ? AND status NOT IN ('ARCHIVED', 'DELETED_DRAFT')
     UNION ALL SELECT id, json ->> '$.name' FROM ads
     WHERE ad_group_id = ? AND status NOT IN ('ARCHIVED', 'DELETED_DRAFT')`,
  ),
}))

/** Returns the latest review of the titles of an ad group. */
export const reviewOf = (db: Database, adGroupId: string): TitleReviewRow | undefined =>
  statements(db).review.get(adGroupId)

/** Returns the product groups that an ad group promotes, and then its ads. */
export const titledIn = (db: Database, adGroupId: string): readonly Titled[] =>
  statements(db).titled.all(adGroupId, adGroupId)

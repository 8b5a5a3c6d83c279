import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { accountTable } from '#db/table.ts'
import type { EntityStatus } from '#server/domain/ads/status.ts'

/** A promotion as it is stored: the columns that queries and responses use, and the JSON text. */
export interface PromotionRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly status: EntityStatus
  readonly start_time: number | null
  readonly end_time: number | null
  readonly json: string
}

/** The table of promotions. */
export const promotionTable = accountTable<PromotionRow>('promotions')

const release = perDb((db) =>
  db.prepare<{ id: string; ad_account_id: string }>(
    `UPDATE ad_groups SET json = json_set(json,
       '$.promotion_id', nullif(json ->> '$.promotion_id', :id),
       '$.promotion_ids', json((SELECT json_group_array(value) FROM json_each(ad_groups.json, '$.promotion_ids') WHERE value <> :id)))
     WHERE ad_account_id = :ad_account_id
       AND (json ->> '$.promotion_id' IS NOT NULL OR json ->> '$.promotion_ids' <> '[]')`,
  ),
)

/** Removes the promotion from its ad groups. */
export const releasePromotion = (db: Database, { id, ad_account_id }: PromotionRow): void =>
  void release(db).run({ id, ad_account_id })

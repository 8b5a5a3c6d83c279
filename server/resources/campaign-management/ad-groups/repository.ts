import type { Database } from '#db/database.ts'
import { type PageRange, withinAccount } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { accountTable } from '#db/table.ts'
import type { EntityStatus } from '#server/domain/ads/status.ts'

/** An ad group as it is stored: the columns that queries and rules use, and the JSON text for responses. */
export interface AdGroupRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly campaign_id: string
  readonly status: EntityStatus
  readonly start_time: number | null
  readonly end_time: number | null
  readonly json: string
}

/** The columns of a campaign that responses with its ad groups depend on. */
export interface OfCampaign {
  readonly campaign_status: EntityStatus
  readonly campaign_start_time: number
  readonly campaign_end_time: number | null
  readonly campaign_is_automated: 0 | 1
}

/** The columns that a response with an ad group is built from. */
export type AdGroupResponseRow = Pick<
  AdGroupRow,
  'seq' | 'id' | 'campaign_id' | 'status' | 'start_time' | 'end_time' | 'json'
> &
  OfCampaign

/** The table of ad groups, joined with the fields that responses take from the campaign. */
export const adGroupTable = accountTable<AdGroupRow, AdGroupResponseRow>('ad_groups', {
  select: `t.seq, t.id, t.campaign_id, t.status, t.start_time, t.end_time, t.json,
    campaign.status AS campaign_status, campaign.start_time AS campaign_start_time,
    campaign.end_time AS campaign_end_time, campaign.is_automated_campaign AS campaign_is_automated`,
  joins: 'JOIN campaigns AS campaign ON campaign.id = t.campaign_id',
})

const statements = perDb((db) => ({
  showing: db
    .prepare<{ accountId: string; promotionIds: string }, string>(
      `SELECT id FROM ad_groups
       WHERE ad_account_id = :accountId
         AND (json ->> '$.promotion_id' IS NOT NULL OR json ->> '$.promotion_ids' <> '[]')
         AND EXISTS (
           SELECT 1 FROM json_each(:promotionIds) AS sought
           WHERE sought.value = ad_groups.json ->> '$.promotion_id'
             OR sought.value IN (SELECT value FROM json_each(ad_groups.json, '$.promotion_ids'))
         )`,
    )
    .pluck(),
}))

/** Returns the ids of the account's ad groups that show one of the promotions. */
export const adGroupsShowing = (db: Database, accountId: string, promotionIds: readonly string[]): readonly string[] =>
  statements(db).showing.all({ accountId, promotionIds: JSON.stringify(promotionIds) })

/** The filters of a list of ad groups. */
export interface AdGroupFilter {
  readonly ad_account_id: string
  readonly campaign_ids?: readonly string[] | undefined
  readonly ad_group_ids?: readonly string[] | undefined
  readonly entity_statuses: readonly EntityStatus[]
  readonly order: 'ASCENDING' | 'DESCENDING'
}

/** Returns one page of ad groups in the order of their ids. */
export const listAdGroups = (
  db: Database,
  { ad_account_id, campaign_ids, ad_group_ids, entity_statuses, order }: AdGroupFilter,
  page: PageRange,
): readonly AdGroupResponseRow[] =>
  adGroupTable.page(db, {
    descending: order === 'DESCENDING',
    ...withinAccount(ad_account_id, entity_statuses, { id: ad_group_ids, campaign_id: campaign_ids }),
    ...page,
  })

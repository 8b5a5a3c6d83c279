import type { Database } from '#db/database.ts'
import { type PageRange, withinAccount } from '#db/keyset.ts'
import { accountTable } from '#db/table.ts'
import type { EntityStatus } from '#server/domain/ads/status.ts'
import { isPinDeleted } from '#server/resources/content/pins/find-pin.ts'

/** An ad as it is stored: the columns that queries and rules use, and the JSON text for responses. */
export interface AdRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly campaign_id: string
  readonly ad_group_id: string
  readonly pin_id: string
  readonly status: EntityStatus
  /** Unix seconds at which the review began; null for a draft. */
  readonly submitted_at: number | null
  /** The rejection reasons that the review will find, as JSON text. */
  readonly rejected_reasons: string
  readonly json: string
}

/** The columns of an ad's parents and Pin that responses with the ad depend on. */
export interface Surroundings {
  readonly ad_group_status: EntityStatus
  readonly campaign_status: EntityStatus
  readonly is_pin_deleted: 0 | 1
}

/** The columns that a response with an ad is built from. */
export type AdResponseRow = Pick<AdRow, 'seq' | 'id' | 'status' | 'submitted_at' | 'rejected_reasons' | 'json'> &
  Surroundings

/** The table of ads, joined with the fields that responses take from the parents and the Pin. */
export const adTable = accountTable<AdRow, AdResponseRow>('ads', {
  select: `t.seq, t.id, t.status, t.submitted_at, t.rejected_reasons, t.json,
    ad_group.status AS ad_group_status, campaign.status AS campaign_status, ${isPinDeleted('t.pin_id')} AS is_pin_deleted`,
  joins: `JOIN ad_groups AS ad_group ON ad_group.id = t.ad_group_id
    JOIN campaigns AS campaign ON campaign.id = t.campaign_id`,
})

/** The filters of a list of ads, all of which an ad must match. */
export interface AdFilter {
  readonly ad_account_id: string
  readonly campaign_ids?: readonly string[] | undefined
  readonly ad_group_ids?: readonly string[] | undefined
  readonly ad_ids?: readonly string[] | undefined
  readonly entity_statuses: readonly EntityStatus[]
  readonly order: 'ASCENDING' | 'DESCENDING'
}

/** Returns one page of ads in the order of their ids. */
export const listAds = (
  db: Database,
  { ad_account_id, campaign_ids, ad_group_ids, ad_ids, entity_statuses, order }: AdFilter,
  page: PageRange,
): readonly AdResponseRow[] =>
  adTable.page(db, {
    descending: order === 'DESCENDING',
    ...withinAccount(ad_account_id, entity_statuses, {
      id: ad_ids,
      ad_group_id: ad_group_ids,
      campaign_id: campaign_ids,
    }),
    ...page,
  })

import type { Database } from '#db/database.ts'
import { type PageRange, withinAccount } from '#db/keyset.ts'
import { accountTable } from '#db/table.ts'
import type { EntityStatus } from '#server/domain/ads/status.ts'

/** An ad as it is stored: what is filtered, sorted or judged, and the JSON text that is answered. */
export interface AdRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly campaign_id: string
  readonly ad_group_id: string
  readonly pin_id: string
  readonly status: EntityStatus
  /** When its review began, in Unix seconds; null for a draft. */
  readonly submitted_at: number | null
  /** What the review will find, as JSON text. */
  readonly rejected_reasons: string
  readonly json: string
}

/** The part of what surrounds an ad that its answer depends on. */
export interface Surroundings {
  readonly ad_group_status: EntityStatus
  readonly campaign_status: EntityStatus
  readonly is_pin_deleted: 0 | 1
}

/** What an answer about an ad is made of. */
export type AnsweredAd = Pick<AdRow, 'seq' | 'id' | 'status' | 'submitted_at' | 'rejected_reasons' | 'json'> &
  Surroundings

/** The table of ads, which are found together with what their answers take from their surroundings. */
export const adTable = accountTable<AdRow, AnsweredAd>('ads', {
  select: `t.seq, t.id, t.status, t.submitted_at, t.rejected_reasons, t.json,
    ad_group.status AS ad_group_status, campaign.status AS campaign_status, pin.id IS NULL AS is_pin_deleted`,
  joins: `JOIN ad_groups AS ad_group ON ad_group.id = t.ad_group_id
    JOIN campaigns AS campaign ON campaign.id = t.campaign_id
    LEFT JOIN pins AS pin ON pin.id = t.pin_id`,
})

/** What a list of ads is narrowed to: what every filter names that is given. */
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
): readonly AnsweredAd[] =>
  adTable.page(db, {
    descending: order === 'DESCENDING',
    ...withinAccount(ad_account_id, entity_statuses, {
      id: ad_ids,
      ad_group_id: ad_group_ids,
      campaign_id: campaign_ids,
    }),
    ...page,
  })

import type { Database } from '#db/database.ts'
import { inserter } from '#db/insert.ts'
import { keysetPage, withinAccount } from '#db/keyset.ts'
import { nextSequence, perDb } from '#db/statements.ts'
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

const answered = `t.seq, t.id, t.status, t.submitted_at, t.rejected_reasons, t.json,
  ad_group.status AS ad_group_status, campaign.status AS campaign_status, pin.id IS NULL AS is_pin_deleted`
const joins = `JOIN ad_groups AS ad_group ON ad_group.id = t.ad_group_id
  JOIN campaigns AS campaign ON campaign.id = t.campaign_id
  LEFT JOIN pins AS pin ON pin.id = t.pin_id`

const statements = perDb((db) => ({
  byId: db.prepare<[string, string], AnsweredAd>(
    `SELECT ${answered} FROM ads AS t ${joins} WHERE t.id = ? AND t.ad_account_id = ?`,
  ),
  insert: inserter<AdRow>(db, 'ads'),
  update: db.prepare<AdRow>(
    `UPDATE ads
     SET campaign_id = @campaign_id, ad_group_id = @ad_group_id, pin_id = @pin_id, status = @status,
       submitted_at = @submitted_at, rejected_reasons = @rejected_reasons, json = @json
     WHERE id = @id`,
  ),
}))

/** The ad of that id in that ad account. */
export const findAd = (db: Database, accountId: string, id: string): AnsweredAd | undefined =>
  statements(db).byId.get(id, accountId)

/** The `seq` of the next ad. */
export const nextAdSequence = (db: Database): number => nextSequence(db, 'ads')

/** Stores a new ad. */
export const insertAd = (db: Database, row: AdRow): void => statements(db).insert(row)

/** Stores a changed ad. */
export const updateAd = (db: Database, row: AdRow): void => void statements(db).update.run(row)

/** What a list of ads is narrowed to: what every filter names that is given. */
export interface AdFilter {
  readonly ad_account_id: string
  readonly campaign_ids?: readonly string[] | undefined
  readonly ad_group_ids?: readonly string[] | undefined
  readonly ad_ids?: readonly string[] | undefined
  readonly entity_statuses: readonly EntityStatus[]
  readonly order: 'ASCENDING' | 'DESCENDING'
}

/** One page of ads in the order of their ids. */
export function listAds(
  db: Database,
  { ad_account_id, campaign_ids, ad_group_ids, ad_ids, entity_statuses, order }: AdFilter,
  page: { after?: number | undefined; limit: number },
): readonly AnsweredAd[] {
  const only = { id: ad_ids, ad_group_id: ad_group_ids, campaign_id: campaign_ids }
  return keysetPage(db, {
    table: 'ads',
    select: answered,
    joins,
    descending: order === 'DESCENDING',
    ...withinAccount(ad_account_id, entity_statuses, only),
    ...page,
  })
}

import type { Database } from '#db/database.ts'
import { inserter } from '#db/insert.ts'
import { keysetPage, withinAccount } from '#db/keyset.ts'
import { nextSequence, perDb } from '#db/statements.ts'
import type { EntityStatus } from '#server/domain/ads/status.ts'

/** An ad group as it is stored: what is filtered, sorted or judged, and the JSON text that is answered. */
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

/** The part of a campaign that its ad groups' answers depend on. */
export interface OfCampaign {
  readonly campaign_status: EntityStatus
  readonly campaign_start_time: number
  readonly campaign_end_time: number | null
  readonly campaign_is_automated: 0 | 1
}

/** What an answer about an ad group is made of. */
export type AnsweredAdGroup = Pick<AdGroupRow, 'seq' | 'id' | 'status' | 'start_time' | 'end_time' | 'json'> &
  OfCampaign

const answered = `t.seq, t.id, t.status, t.start_time, t.end_time, t.json,
  campaign.status AS campaign_status, campaign.start_time AS campaign_start_time,
  campaign.end_time AS campaign_end_time, campaign.is_automated_campaign AS campaign_is_automated`
const joins = 'JOIN campaigns AS campaign ON campaign.id = t.campaign_id'

const statements = perDb((db) => ({
  byId: db.prepare<[string, string], AnsweredAdGroup>(
    `SELECT ${answered} FROM ad_groups AS t ${joins} WHERE t.id = ? AND t.ad_account_id = ?`,
  ),
  insert: inserter<AdGroupRow>(db, 'ad_groups'),
  update: db.prepare<AdGroupRow>(
    `UPDATE ad_groups
     SET campaign_id = @campaign_id, status = @status, start_time = @start_time, end_time = @end_time, json = @json
     WHERE id = @id`,
  ),
}))

/** The ad group of that id in that ad account. */
export const findAdGroup = (db: Database, accountId: string, id: string): AnsweredAdGroup | undefined =>
  statements(db).byId.get(id, accountId)

/** The `seq` of the next ad group. */
export const nextAdGroupSequence = (db: Database): number => nextSequence(db, 'ad_groups')

/** Stores a new ad group. */
export const insertAdGroup = (db: Database, row: AdGroupRow): void => statements(db).insert(row)

/** Stores a changed ad group. */
export const updateAdGroup = (db: Database, row: AdGroupRow): void => void statements(db).update.run(row)

/** What a list of ad groups is narrowed to. */
export interface AdGroupFilter {
  readonly ad_account_id: string
  readonly campaign_ids?: readonly string[] | undefined
  readonly ad_group_ids?: readonly string[] | undefined
  readonly entity_statuses: readonly EntityStatus[]
  readonly order: 'ASCENDING' | 'DESCENDING'
}

/** One page of ad groups in the order of their ids. */
export function listAdGroups(
  db: Database,
  { ad_account_id, campaign_ids, ad_group_ids, entity_statuses, order }: AdGroupFilter,
  page: { after?: number | undefined; limit: number },
): readonly AnsweredAdGroup[] {
  return keysetPage(db, {
    table: 'ad_groups',
    select: answered,
    joins,
    descending: order === 'DESCENDING',
    ...withinAccount(ad_account_id, entity_statuses, { id: ad_group_ids, campaign_id: campaign_ids }),
    ...page,
  })
}

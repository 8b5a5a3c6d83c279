import type { Database } from '#db/database.ts'
import { inserter } from '#db/insert.ts'
import { keysetPage, withinAccount } from '#db/keyset.ts'
import { nextSequence, perDb } from '#db/statements.ts'
import type { EntityStatus } from '#server/domain/ads/status.ts'

/** A campaign as it is stored: what is filtered, sorted or judged, and the JSON text that is answered. */
export interface CampaignRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly status: EntityStatus
  readonly is_campaign_budget_optimization: 0 | 1
  readonly is_automated_campaign: 0 | 1
  readonly start_time: number
  readonly end_time: number | null
  readonly order_line_id: string | null
  readonly json: string
}

/** What is counted for each item of a batch must not grow with what is stored. */
const mostCounted = 1000

const statements = perDb((db) => ({
  byId: db.prepare<[string, string], CampaignRow>('SELECT * FROM campaigns WHERE id = ? AND ad_account_id = ?'),
  insert: inserter<CampaignRow>(db, 'campaigns'),
  update: db.prepare<CampaignRow>(
    `UPDATE campaigns
     SET status = @status, is_campaign_budget_optimization = @is_campaign_budget_optimization,
       is_automated_campaign = @is_automated_campaign, start_time = @start_time, end_time = @end_time,
       order_line_id = @order_line_id, json = @json
     WHERE id = @id`,
  ),
  openAdGroups: db
    .prepare<[string], number>(
      `SELECT count(*) FROM (
         SELECT 1 FROM ad_groups WHERE campaign_id = ? AND status IN ('ACTIVE', 'PAUSED', 'DRAFT') LIMIT ${mostCounted}
       )`,
    )
    .pluck(),
}))

/** What an answer about a campaign is made of. */
export type AnsweredCampaign = Pick<CampaignRow, 'seq' | 'status' | 'start_time' | 'end_time' | 'json'>

const answered = 't.seq, t.status, t.start_time, t.end_time, t.json'

/** The campaign of that id in that ad account. */
export const findCampaign = (db: Database, accountId: string, id: string): CampaignRow | undefined =>
  statements(db).byId.get(id, accountId)

/** The `seq` of the next campaign. */
export const nextCampaignSequence = (db: Database): number => nextSequence(db, 'campaigns')

/** Stores a new campaign. */
export const insertCampaign = (db: Database, row: CampaignRow): void => statements(db).insert(row)

/** Stores a changed campaign. */
export const updateCampaign = (db: Database, row: CampaignRow): void => void statements(db).update.run(row)

/** How many of the campaign's ad groups are neither archived nor deleted; counted up to a thousand, as no rule asks for more. */
export const countOpenAdGroups = (db: Database, id: string): number => statements(db).openAdGroups.get(id) ?? 0

/** What a list of campaigns is narrowed to. */
export interface CampaignFilter {
  readonly ad_account_id: string
  readonly campaign_ids?: readonly string[] | undefined
  readonly entity_statuses: readonly EntityStatus[]
  readonly order: 'ASCENDING' | 'DESCENDING'
}

/** One page of campaigns in the order of their ids. */
export function listCampaigns(
  db: Database,
  { ad_account_id, campaign_ids, entity_statuses, order }: CampaignFilter,
  page: { after?: number | undefined; limit: number },
): readonly AnsweredCampaign[] {
  return keysetPage(db, {
    table: 'campaigns',
    select: answered,
    descending: order === 'DESCENDING',
    ...withinAccount(ad_account_id, entity_statuses, { id: campaign_ids }),
    ...page,
  })
}

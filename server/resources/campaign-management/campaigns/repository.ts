import type { Database } from '#db/database.ts'
import { type PageRange, withinAccount } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { accountTable } from '#db/table.ts'
import type { EntityStatus } from '#server/domain/ads/status.ts'

/** A campaign as it is stored: the columns that queries and rules use, and the JSON text for responses. */
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

/** The table of campaigns. */
export const campaignTable = accountTable<CampaignRow>('campaigns')

/** Bounds the count that each item of a batch causes, however many ad groups are stored. */
const countLimit = 1000

const statements = perDb((db) => ({
  openAdGroups: db
    .prepare<[string], number>(
      `SELECT count(*) FROM (
         SELECT 1 FROM ad_groups WHERE campaign_id = ? AND status IN ('ACTIVE', 'PAUSED', 'DRAFT') LIMIT ${countLimit}
       )`,
    )
    .pluck(),
}))

/** The columns that a response with a campaign is built from. */
export type CampaignResponseRow = Pick<CampaignRow, 'seq' | 'status' | 'start_time' | 'end_time' | 'json'>

const answered = 't.seq, t.status, t.start_time, t.end_time, t.json'

/**
 * Returns the number of the campaign's ad groups that are neither archived nor deleted, at most a thousand: no rule
 * needs more.
 */
export const countOpenAdGroups = (db: Database, id: string): number => statements(db).openAdGroups.get(id) ?? 0

/** The filters of a list of campaigns. */
export interface CampaignFilter {
  readonly ad_account_id: string
  readonly campaign_ids?: readonly string[] | undefined
  readonly entity_statuses: readonly EntityStatus[]
  readonly order: 'ASCENDING' | 'DESCENDING'
}

/** Returns one page of campaigns in the order of their ids. */
export function listCampaigns(
  db: Database,
  { ad_account_id, campaign_ids, entity_statuses, order }: CampaignFilter,
  page: PageRange,
): readonly CampaignResponseRow[] {
  return campaignTable.page(db, {
    select: answered,
    descending: order === 'DESCENDING',
    ...withinAccount(ad_account_id, entity_statuses, { id: campaign_ids }),
    ...page,
  })
}

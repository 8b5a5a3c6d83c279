import type { Database } from '#db/database.ts'
import { type PageRange, withinAccount } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { accountTable } from '#db/table.ts'
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

/** The table of campaigns. */
export const campaignTable = accountTable<CampaignRow>('campaigns')

/** What is counted for each item of a batch must not grow with what is stored. */
const mostCounted = 1000

const statements = perDb((db) => ({
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

/**
 * Returns how many of the campaign's ad groups are neither archived nor deleted: up to a thousand, since no rule needs
 * more.
 */
export const countOpenAdGroups = (db: Database, id: string): number => statements(db).openAdGroups.get(id) ?? 0

/** What a list of campaigns is narrowed to. */
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
): readonly AnsweredCampaign[] {
  return campaignTable.page(db, {
    select: answered,
    descending: order === 'DESCENDING',
    ...withinAccount(ad_account_id, entity_statuses, { id: campaign_ids }),
    ...page,
  })
}

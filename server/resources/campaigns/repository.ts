import { keysetPage, rangesOf } from '../../../db/keyset.ts'
import type { Database } from '../../../db/open.ts'
import { nextSequence, perDb } from '../../../db/per-db.ts'
import type { EntityStatus } from '../../domain/status.ts'

/** A campaign as it is stored: what is filtered, sorted or judged, and the JSON text that is answered. */
export interface CampaignRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly status: EntityStatus
  readonly is_campaign_budget_optimization: 0 | 1
  readonly start_time: number
  readonly end_time: number | null
  readonly json: string
}

const statements = perDb((db) => ({
  byId: db.prepare<[string, string], CampaignRow>('SELECT * FROM campaigns WHERE id = ? AND ad_account_id = ?'),
  insert: db.prepare<[number, string, string, EntityStatus, 0 | 1, number, number | null, string]>(
    'INSERT INTO campaigns VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ),
  update: db.prepare<[EntityStatus, 0 | 1, number, number | null, string, string]>(
    `UPDATE campaigns
     SET status = ?, is_campaign_budget_optimization = ?, start_time = ?, end_time = ?, json = ?
     WHERE id = ?`,
  ),
  openAdGroups: db
    .prepare<[string], number>(
      `SELECT count(*) FROM ad_groups WHERE campaign_id = ? AND status IN ('ACTIVE', 'PAUSED', 'DRAFT')`,
    )
    .pluck(),
}))

/** The campaign of that id in that ad account. */
export const findCampaign = (db: Database, accountId: string, id: string): CampaignRow | undefined =>
  statements(db).byId.get(id, accountId)

/** The `seq` of the next campaign. */
export const nextCampaignSequence = (db: Database): number => nextSequence(db, 'campaigns')

/** Stores a new campaign. */
export function insertCampaign(db: Database, row: CampaignRow): void {
  const { seq, id, ad_account_id, status, is_campaign_budget_optimization, start_time, end_time, json } = row
  statements(db).insert.run(seq, id, ad_account_id, status, is_campaign_budget_optimization, start_time, end_time, json)
}

/** Stores a changed campaign. */
export function updateCampaign(db: Database, row: CampaignRow): void {
  const { id, status, is_campaign_budget_optimization, start_time, end_time, json } = row
  statements(db).update.run(status, is_campaign_budget_optimization, start_time, end_time, json, id)
}

/** How many of the campaign's ad groups are neither archived nor deleted. */
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
): readonly CampaignRow[] {
  const within =
    campaign_ids === undefined
      ? { columns: ['ad_account_id', 'status'], ranges: rangesOf([ad_account_id], entity_statuses) }
      : {
          columns: ['id', 'ad_account_id', 'status'],
          ranges: rangesOf(campaign_ids, [ad_account_id], entity_statuses),
        }
  return keysetPage(db, { table: 'campaigns', select: 't.*', descending: order === 'DESCENDING', ...within, ...page })
}

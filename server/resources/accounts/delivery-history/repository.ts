import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'

/** The fields that decide the delivery of each kind of entity. */
const decidingFields = {
  ad_account: ['billing_disabled'],
  campaign: [
    'status',
    'start_time',
    'end_time',
    'objective_type',
    'is_campaign_budget_optimization',
    'daily_spend_cap',
    'lifetime_spend_cap',
    'is_flexible_daily_budgets',
    'bid_options',
  ],
  ad_group: [
    'status',
    'start_time',
    'end_time',
    'billable_event',
    'budget_type',
    'budget_in_micro_currency',
    'bid_in_micro_currency',
    'pacing_delivery_type',
    'targeting_spec',
    'placement_group',
  ],
  ad: ['status', 'creative_type', 'submitted_at', 'rejected_reasons', 'quiz_pin_data'],
  keyword: ['status'],
  product_group: [
    'status',
    'included',
    'creative_type',
    'bid_in_micro_currency',
    'is_generate_background',
    'is_image_auto_resizing',
  ],
} as const

/** An entity whose past is kept. */
export interface PastOf {
  readonly kind: keyof typeof decidingFields
  readonly id: string
  readonly ad_account_id: string
  /** The id of its campaign, of a campaign its own; empty for an ad account. */
  readonly campaign_id: string
}

/** What decided the delivery of an entity until it changed. */
export interface PastState {
  readonly entity_id: string
  /** Unix seconds. */
  readonly until: number
  /** The deciding fields as JSON text. */
  readonly state: string
}

const statements = perDb((db) => ({
  forget: db.prepare<[string, string, string, number]>(
    'DELETE FROM delivery_history WHERE ad_account_id = ? AND campaign_id = ? AND entity_id = ? AND until > ?',
  ),
  keep: db.prepare<[string, string, string, number, string]>(
    'INSERT OR IGNORE INTO delivery_history VALUES (?, ?, ?, ?, ?)',
  ),
  past: db.prepare<[string, string], PastState>(
    'SELECT entity_id, until, state FROM delivery_history WHERE ad_account_id = ? AND campaign_id = ? ORDER BY entity_id, until',
  ),
}))

/**
 * Stores what decided the delivery of an entity before a change, unless the change leaves that as it was. Of several
 * changes in one second the first counts. After the clock was set back, what was kept of later times is dropped.
 *
 * @param now Unix seconds of the world's clock.
 */
export function keepPast(db: Database, of: PastOf, before: object, after: object, now: number): void {
  if (!decidingFields[of.kind].some((field) => differs(Reflect.get(before, field), Reflect.get(after, field)))) return
  const { forget, keep } = statements(db)
  forget.run(of.ad_account_id, of.campaign_id, of.id, now)
  keep.run(of.ad_account_id, of.campaign_id, of.id, now, stateOf(of, before))
}

const differs = (before: unknown, after: unknown): boolean =>
  before !== after && (typeof before !== 'object' || JSON.stringify(before) !== JSON.stringify(after))

const stateOf = ({ kind }: PastOf, entity: object): string =>
  JSON.stringify(Object.fromEntries(decidingFields[kind].map((field) => [field, Reflect.get(entity, field)])))

/** Returns the past of a campaign, its ad groups and its ads, or of an ad account for an empty id, by entity and time. */
export const pastStates = (db: Database, accountId: string, campaignId: string): readonly PastState[] =>
  statements(db).past.all(accountId, campaignId)

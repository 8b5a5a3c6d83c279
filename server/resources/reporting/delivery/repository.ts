import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import type { TargetingSpec } from '#server/domain/ads/targeting.ts'
import type { AdFields, AdGroupFields, CampaignFields, ProductGroupFields } from './stored-states.ts'

/** What every stored entity has beside its deciding fields. */
interface StoredEntity {
  readonly id: string
  readonly created_time: number
}

/** A campaign as its delivery needs it. */
export type DeliveryCampaign = StoredEntity & CampaignFields & { readonly seq: number }

/** An ad group as its delivery needs it. */
export type DeliveryAdGroup = StoredEntity & AdGroupFields

/** An ad as its delivery needs it. */
export type DeliveryAd = StoredEntity & AdFields & { readonly ad_group_id: string; readonly pin_id: string }

/** A product group promotion as its delivery needs it. */
export type DeliveryProductGroup = StoredEntity & ProductGroupFields & { readonly ad_group_id: string }

/** A keyword of an ad group that leads to impressions, which a negative one does not. */
export interface DeliveryKeyword extends StoredEntity {
  readonly ad_group_id: string
  readonly value: string
  readonly status: 'ACTIVE' | 'ARCHIVED'
}

type Stored<Entity, Json extends keyof Entity = never> = Omit<Entity, Json> & {
  readonly [name in Json]: string | number
}

const statements = perDb((db) => ({
  campaign: db.prepare<
    [string, string],
    Stored<DeliveryCampaign, 'is_campaign_budget_optimization' | 'is_flexible_daily_budgets'> & {
      readonly bid_options: string
    }
  >(
    `SELECT seq, id, status, start_time, end_time, is_campaign_budget_optimization,
       json ->> '$.created_time' AS created_time, json ->> '$.objective_type' AS objective_type,
       json ->> '$.daily_spend_cap' AS daily_spend_cap, json ->> '$.lifetime_spend_cap' AS lifetime_spend_cap,
       json ->> '$.is_flexible_daily_budgets' AS is_flexible_daily_budgets, json -> '$.bid_options' AS bid_options
     FROM campaigns WHERE id = ? AND ad_account_id = ?`,
  ),
  adGroups: db.prepare<[string], Stored<DeliveryAdGroup, 'targeting_spec'>>(
    `SELECT id, status, start_time, end_time,
       json ->> '$.created_time' AS created_time, json ->> '$.billable_event' AS billable_event,
       json ->> '$.budget_type' AS budget_type, json ->> '$.budget_in_micro_currency' AS budget_in_micro_currency,
       json ->> '$.bid_in_micro_currency' AS bid_in_micro_currency,
       json ->> '$.pacing_delivery_type' AS pacing_delivery_type, json -> '$.targeting_spec' AS targeting_spec,
       json ->> '$.placement_group' AS placement_group
     FROM ad_groups WHERE campaign_id = ? ORDER BY seq`,
  ),
  ads: db.prepare<[string], DeliveryAd & { readonly quiz_pin_data: string | null }>(
    `SELECT id, ad_group_id, pin_id, status, submitted_at, rejected_reasons,
       json ->> '$.created_time' AS created_time, json ->> '$.creative_type' AS creative_type,
       json ->> '$.quiz_pin_data' AS quiz_pin_data
     FROM ads WHERE campaign_id = ? ORDER BY seq`,
  ),
  productGroups: db.prepare<[string], Stored<DeliveryProductGroup, 'included'>>(
    `SELECT t.id, t.ad_group_id, t.status, coalesce(t.created_time, ad_group.json ->> '$.created_time') AS created_time,
       t.json ->> '$.included' AS included, t.json ->> '$.creative_type' AS creative_type,
       t.json ->> '$.bid_in_micro_currency' AS bid_in_micro_currency,
       t.json ->> '$.is_generate_background' AS is_generate_background,
       t.json ->> '$.is_image_auto_resizing' AS is_image_auto_resizing
     FROM ad_groups AS ad_group JOIN product_group_promotions AS t ON t.ad_group_id = ad_group.id
     WHERE ad_group.campaign_id = ? ORDER BY t.seq`,
  ),
  keywords: db.prepare<[string], DeliveryKeyword>(
    `SELECT t.id, t.ad_group_id, t.value, t.status,
       coalesce(t.created_time, ad_group.json ->> '$.created_time') AS created_time
     FROM ad_groups AS ad_group
     JOIN keywords AS t ON t.parent_id = ad_group.id AND t.ad_account_id = ad_group.ad_account_id
     WHERE ad_group.campaign_id = ? AND t.match_type IN ('BROAD', 'PHRASE', 'EXACT') ORDER BY t.seq`,
  ),
  campaignIds: db.prepare<[string], string>('SELECT id FROM campaigns WHERE ad_account_id = ?').pluck(),
  campaignsAfter: db.prepare<[string, number, number], { readonly seq: number; readonly id: string }>(
    'SELECT seq, id FROM campaigns WHERE ad_account_id = ? AND seq > ? ORDER BY seq LIMIT ?',
  ),
}))

/** Returns the campaign of that id, if the account has it. */
export function findDeliveryCampaign(db: Database, accountId: string, id: string): DeliveryCampaign | undefined {
  const row = statements(db).campaign.get(id, accountId)
  return (
    row && {
      ...row,
      is_campaign_budget_optimization: row.is_campaign_budget_optimization === 1,
      is_flexible_daily_budgets: row.is_flexible_daily_budgets === 1,
      bid_options: JSON.parse(row.bid_options),
    }
  )
}

/** Returns the ad groups of a campaign in the order of their ids. */
export const deliveryAdGroups = (db: Database, campaignId: string): readonly DeliveryAdGroup[] =>
  statements(db)
    .adGroups.all(campaignId)
    .map((row) => ({ ...row, targeting_spec: specOf(String(row.targeting_spec)) }))

/** Returns the ads of a campaign in the order of their ids. */
export const deliveryAds = (db: Database, campaignId: string): readonly DeliveryAd[] =>
  statements(db).ads.all(campaignId)

/** Returns the product group promotions of a campaign in the order of their ids. */
export const deliveryProductGroups = (db: Database, campaignId: string): readonly DeliveryProductGroup[] =>
  statements(db)
    .productGroups.all(campaignId)
    .map((row) => ({ ...row, included: row.included === 1 }))

/** Returns the keywords of a campaign's ad groups in the order of their ids, without negative ones. */
export const deliveryKeywords = (db: Database, campaignId: string): readonly DeliveryKeyword[] =>
  statements(db).keywords.all(campaignId)

/** Returns the next campaigns of an account after a position, in the order of their ids. */
export const campaignsAfter = (db: Database, accountId: string, seq: number, limit: number) =>
  statements(db).campaignsAfter.all(accountId, seq, limit)

/** Returns the ids of all campaigns of an account. */
export const campaignIds = (db: Database, accountId: string): readonly string[] =>
  statements(db).campaignIds.all(accountId)

/** The latest targeting that was parsed: most ad groups of a campaign have the same. */
let latest: { readonly text: string; readonly spec: TargetingSpec } = { text: '{}', spec: {} }

function specOf(text: string): TargetingSpec {
  if (text !== latest.text) latest = { text, spec: JSON.parse(text) }
  return latest.spec
}

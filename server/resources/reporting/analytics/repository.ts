import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'

/** An entity of an ad account, and the campaign that it belongs to. */
export interface OfCampaign {
  readonly id: string
  readonly campaign_id: string
}

const statements = perDb((db) => ({
  adGroups: db.prepare<[string, string], OfCampaign>(
    `SELECT t.id, t.campaign_id FROM json_each(?) AS wanted JOIN ad_groups AS t ON t.id = wanted.value
     WHERE t.ad_account_id = ?`,
  ),
  ads: db.prepare<[string, string], OfCampaign & { readonly pin_id: string }>(
    `SELECT t.id, t.campaign_id, t.pin_id FROM json_each(?) AS wanted JOIN ads AS t ON t.id = wanted.value
     WHERE t.ad_account_id = ?`,
  ),
  adsOfCampaigns: db.prepare<[string, string], OfCampaign & { readonly pin_id: string }>(
    `SELECT t.id, t.campaign_id, t.pin_id FROM json_each(?) AS wanted JOIN ads AS t ON t.campaign_id = wanted.value
     WHERE t.ad_account_id = ?`,
  ),
  productGroups: db.prepare<[string, string], OfCampaign>(
    `SELECT t.id, ad_group.campaign_id
     FROM json_each(?) AS wanted
     JOIN product_group_promotions AS t ON t.id = wanted.value
     JOIN ad_groups AS ad_group ON ad_group.id = t.ad_group_id
     WHERE t.ad_account_id = ?`,
  ),
}))

/** Returns the ad groups of the account with these ids. */
export const adGroupsOf = (db: Database, accountId: string, ids: readonly string[]): readonly OfCampaign[] =>
  statements(db).adGroups.all(JSON.stringify(ids), accountId)

/** Returns the ads of the account with these ids. */
export const adsOf = (db: Database, accountId: string, ids: readonly string[]) =>
  statements(db).ads.all(JSON.stringify(ids), accountId)

/** Returns the ads of the account in these campaigns. */
export const adsOfCampaigns = (db: Database, accountId: string, campaignIds: readonly string[]) =>
  statements(db).adsOfCampaigns.all(JSON.stringify(campaignIds), accountId)

/** Returns the product group promotions of the account with these ids. */
export const productGroupsOf = (db: Database, accountId: string, ids: readonly string[]): readonly OfCampaign[] =>
  statements(db).productGroups.all(JSON.stringify(ids), accountId)

import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { accountTable } from '#db/table.ts'
import { isPinDeleted } from '#server/resources/content/pins/find-pin.ts'
import type { Previewable, PreviewedAd } from './facts.ts'

/** A preview as it is stored. */
export interface CampaignAdPreviewRow extends PreviewedAd {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly ad_group_id: string
  readonly uuid: string
  readonly user_id: string
  /** Milliseconds. */
  readonly expires_at: number
}

/** The table of previews. */
export const campaignAdPreviewTable = accountTable<CampaignAdPreviewRow>('campaign_ad_previews')

const open = `status NOT IN ('ARCHIVED', 'DELETED_DRAFT')`

const statements = perDb((db) => ({
  ads: db.prepare<[string], PreviewedAd & { readonly is_broken: 0 | 1 }>(
    `SELECT t.id AS ad_id, t.pin_id, NULL AS product_group_promotion_id, ${isPinDeleted('t.pin_id')} AS is_broken
     FROM ads AS t WHERE t.ad_group_id = ? AND t.${open} ORDER BY t.seq`,
  ),
  productGroups: db.prepare<[string], PreviewedAd>(
    `SELECT NULL AS ad_id, NULL AS pin_id, id AS product_group_promotion_id
     FROM product_group_promotions WHERE ad_group_id = ? AND ${open} ORDER BY seq LIMIT 1`,
  ),
  active: db.prepare<[string, string, number], CampaignAdPreviewRow>(
    `SELECT * FROM campaign_ad_previews
     WHERE ad_account_id = ? AND ad_group_id IN (SELECT value FROM json_each(?)) AND expires_at > ? ORDER BY seq`,
  ),
}))

/** Returns what an ad group has to preview. */
export function previewableIn(db: Database, adGroupId: string): Previewable {
  const ads = statements(db).ads.all(adGroupId)
  const [first] = ads
  return {
    first: first ?? statements(db).productGroups.get(adGroupId),
    broken: ads.flatMap(({ ad_id, is_broken }) => (is_broken === 1 && ad_id !== null ? [ad_id] : [])),
  }
}

/** Returns the previews of ad groups that have not expired, the oldest first. */
export const activePreviews = (
  db: Database,
  accountId: string,
  adGroupIds: readonly string[],
  milliseconds: number,
): readonly CampaignAdPreviewRow[] => statements(db).active.all(accountId, JSON.stringify(adGroupIds), milliseconds)

import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { hash, idOf } from '#server/domain/ids.ts'
import type { Outcome } from '#server/domain/rules/outcome.ts'
import type { World } from '#server/worlds/world.ts'
import { adGroupTable } from '../ad-groups/repository.ts'
import { activePreviews, type CampaignAdPreviewRow, campaignAdPreviewTable, previewableIn } from './repository.ts'
import { campaignAdPreviewIdRange } from './resource.ts'
import { previewedAdGroupExists, previewRules, previewsKept } from './rules.ts'
import type { CampaignAdPreviewItem } from './schema.ts'

/** Milliseconds for which a preview works (F7). */
const lifetime = 30 * 86_400_000

/** Creates a preview of an ad group of the account, unless a rule refuses it. */
export function createPreview(
  { db, rules, clock }: World,
  { id: ad_account_id }: AdAccountContext,
  { ad_group_id }: CampaignAdPreviewItem,
  user_id: string,
): Outcome<CampaignAdPreviewRow> {
  const adGroup = adGroupTable.find(db, ad_account_id, ad_group_id)
  if (adGroup === undefined) return { violations: rules.evaluate([previewedAdGroupExists], { found: adGroup }) }
  const previewable = previewableIn(db, ad_group_id)
  const violations = rules.evaluate(previewRules, previewable)
  const { first } = previewable
  if (violations.length > 0 || first === undefined) return { violations }
  const seq = campaignAdPreviewTable.nextSequence(db)
  const id = idOf(campaignAdPreviewIdRange, seq)
  const { ad_id, pin_id, product_group_promotion_id } = first
  return {
    row: campaignAdPreviewTable.insert(db, {
      ...{ seq, id, ad_account_id, ad_group_id, user_id, ad_id, pin_id, product_group_promotion_id },
      uuid: uuidOf(id),
      expires_at: clock.milliseconds() + lifetime,
    }),
  }
}

/** Returns an identifier in the form of a UUID: the same for the same id. */
function uuidOf(id: string): string {
  const digits = [1, 2, 3, 4].map((part) => hash(`${part} ${id}`).toString(16).padStart(8, '0')).join('')
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `a${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join('-')
}

/** Removes the previews of ad groups of the account: of all of them, or, where one is refused, of none. */
export function removePreviews(
  { db, rules, clock }: World,
  { id }: AdAccountContext,
  adGroupIds: readonly string[],
): readonly Outcome<null>[] {
  const outcomes = adGroupIds.map((adGroupId) =>
    rules.evaluate([previewedAdGroupExists], { found: adGroupTable.find(db, id, adGroupId) }),
  )
  const refused = outcomes.filter((violations) => violations.length > 0).length
  const kept = rules.evaluate([previewsKept], { refused })
  if (refused > 0) return outcomes.map((violations) => ({ violations: violations.length > 0 ? violations : kept }))
  for (const row of activePreviews(db, id, adGroupIds, clock.milliseconds())) campaignAdPreviewTable.remove(db, row.id)
  return outcomes.map(() => ({ row: null }))
}

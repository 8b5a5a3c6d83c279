import type { KnownAdAccount } from '#server/domain/ads/ad-account.ts'
import { idOf } from '#server/domain/ids.ts'
import type { Outcome } from '#server/domain/rules/outcome.ts'
import type { World } from '#server/worlds/world.ts'
import { type AnsweredAdGroup, adGroupTable } from '../ad-groups/repository.ts'
import { adGroupExists } from '../ad-groups/rules.ts'
import { changedPromotion, newPromotion } from './entity.ts'
import { type PromotionRow, promotionTable } from './repository.ts'
import { productGroupPromotionIdRange } from './resource.ts'
import { promotionExists, promotionRules } from './rules.ts'
import type { ProductGroupPromotion, PromotionCreate, PromotionUpdate } from './schema.ts'

/** The ad group that a request body names; undefined when the account does not have it. */
export type PromotingAdGroup = AnsweredAdGroup | undefined

/** Returns the account's ad group that a request body names. */
export const promotingAdGroup = (world: World, account: KnownAdAccount, id: string): PromotingAdGroup =>
  adGroupTable.find(world.db, account.id, id)

/** Creates one product group promotion in an ad group of the account, unless a rule refuses it. */
export function createPromotion(
  world: World,
  account: KnownAdAccount,
  adGroup: PromotingAdGroup,
  item: PromotionCreate,
): Outcome<PromotionRow> {
  const { db, rules } = world
  if (adGroup === undefined) return { violations: rules.evaluate([adGroupExists], { found: adGroup }) }
  const seq = promotionTable.nextSequence(db)
  const after = newPromotion(item, { id: idOf(productGroupPromotionIdRange, seq), ad_group_id: adGroup.id })
  const violations = rules.evaluate(promotionRules, {
    operation: 'product_group_promotions/create',
    sent: item,
    after,
    now: world.clock.seconds(),
    above: statusesAbove(adGroup),
  })
  if (violations.length > 0) return { violations }
  return { row: promotionTable.insertEntity(db, after, { seq, ad_account_id: account.id }) }
}

/** Changes one product group promotion of an ad group of the account, unless a rule refuses it. */
export function changePromotion(
  world: World,
  account: KnownAdAccount,
  adGroup: PromotingAdGroup,
  item: PromotionUpdate,
): Outcome<PromotionRow> {
  const { db, rules } = world
  if (adGroup === undefined) return { violations: rules.evaluate([adGroupExists], { found: adGroup }) }
  const stored = promotionTable.find(db, account.id, item.id)
  if (stored?.ad_group_id !== adGroup.id) return { violations: rules.evaluate([promotionExists], { found: undefined }) }
  const before: ProductGroupPromotion = JSON.parse(stored.json)
  const after = changedPromotion(before, item)
  const violations = rules.evaluate(promotionRules, {
    operation: 'product_group_promotions/update',
    sent: item,
    before,
    after,
    now: world.clock.seconds(),
    above: statusesAbove(adGroup),
  })
  if (violations.length > 0) return { violations }
  return { row: promotionTable.updateEntity(db, after, { seq: stored.seq, ad_account_id: account.id }) }
}

const statusesAbove = ({ status, campaign_status }: AnsweredAdGroup) => ({
  ad_group: status,
  campaign: campaign_status,
})

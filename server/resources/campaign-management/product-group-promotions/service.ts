import type { KnownAdAccount } from '#server/domain/ads/ad-account.ts'
import { idOf } from '#server/domain/ids.ts'
import type { Violation } from '#server/domain/rules/rule.ts'
import type { World } from '#server/worlds/world.ts'
import { type AnsweredAdGroup, findAdGroup } from '../ad-groups/repository.ts'
import { adGroupExists } from '../ad-groups/rules.ts'
import { changedPromotion, newPromotion } from './entity.ts'
import {
  findPromotion,
  insertPromotion,
  nextPromotionSequence,
  type PromotionRow,
  updatePromotion,
} from './repository.ts'
import { productGroupPromotionIdRange } from './resource.ts'
import { promotionExists, promotionRules } from './rules.ts'
import type { ProductGroupPromotion, PromotionCreate, PromotionUpdate } from './schema.ts'

/** A stored product group promotion, or the violations of the rules that it breaks. */
export type PromotionOutcome = { readonly row: PromotionRow } | { readonly violations: readonly Violation[] }

/** The ad group that a body refers to, when the account has it. */
export type PromotingAdGroup = AnsweredAdGroup | undefined

/** The ad group of the account that a body refers to. */
export const promotingAdGroup = (world: World, account: KnownAdAccount, id: string): PromotingAdGroup =>
  findAdGroup(world.db, account.id, id)

/** Creates one product group promotion in an ad group of the account, unless a rule refuses it. */
export function createPromotion(
  world: World,
  account: KnownAdAccount,
  adGroup: PromotingAdGroup,
  item: PromotionCreate,
): PromotionOutcome {
  const { db, rules } = world
  if (adGroup === undefined) return { violations: rules.evaluate([adGroupExists], { found: adGroup }) }
  const seq = nextPromotionSequence(db)
  const after = newPromotion(item, { id: idOf(productGroupPromotionIdRange, seq), ad_group_id: adGroup.id })
  const violations = rules.evaluate(promotionRules, {
    operation: 'product_group_promotions/create',
    sent: item,
    after,
    now: world.clock.seconds(),
    above: statusesAbove(adGroup),
  })
  if (violations.length > 0) return { violations }
  const row = rowOf(seq, account.id, after)
  insertPromotion(db, row)
  return { row }
}

/** Changes one product group promotion of an ad group of the account, unless a rule refuses it. */
export function changePromotion(
  world: World,
  account: KnownAdAccount,
  adGroup: PromotingAdGroup,
  item: PromotionUpdate,
): PromotionOutcome {
  const { db, rules } = world
  if (adGroup === undefined) return { violations: rules.evaluate([adGroupExists], { found: adGroup }) }
  const stored = findPromotion(db, account.id, item.id)
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
  const row = rowOf(stored.seq, account.id, after)
  updatePromotion(db, row)
  return { row }
}

const statusesAbove = ({ status, campaign_status }: AnsweredAdGroup) => ({
  ad_group: status,
  campaign: campaign_status,
})

const rowOf = (seq: number, ad_account_id: string, promotion: ProductGroupPromotion): PromotionRow => ({
  seq,
  id: promotion.id,
  ad_account_id,
  ad_group_id: promotion.ad_group_id,
  status: promotion.status,
  json: JSON.stringify(promotion),
})

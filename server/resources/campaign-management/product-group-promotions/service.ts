import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { idOf } from '#server/domain/ids.ts'
import type { Outcome } from '#server/domain/rules/outcome.ts'
import { adAccountRow } from '#server/resources/accounts/ad-accounts/service.ts'
import { keepPast, type PastOf } from '#server/resources/accounts/delivery-history/repository.ts'
import { hasCatalog } from '#server/resources/catalogs/catalogs/repository.ts'
import { productGroupTable } from '#server/resources/catalogs/product-groups/repository.ts'
import type { World } from '#server/worlds/world.ts'
import { type AdGroupResponseRow, adGroupTable } from '../ad-groups/repository.ts'
import { adGroupExists } from '../ad-groups/rules.ts'
import { changedProductGroupPromotion, newProductGroupPromotion } from './entity.ts'
import { type ProductGroupPromotionRow, productGroupPromotionTable } from './repository.ts'
import { productGroupPromotionIdRange } from './resource.ts'
import {
  type PromotedGroupFacts,
  productGroupPromotionExists,
  productGroupPromotionRules,
  promotedGroupRules,
} from './rules.ts'
import type { ProductGroupPromotion, ProductGroupPromotionCreate, ProductGroupPromotionUpdate } from './schema.ts'

/** The ad group that a request body names; undefined when the account does not have it. */
export type PromotingAdGroup = AdGroupResponseRow | undefined

/** Returns the account's ad group that a request body names. */
export const promotingAdGroup = (world: World, account: AdAccountContext, id: string): PromotingAdGroup =>
  adGroupTable.find(world.db, account.id, id)

/** Creates one product group promotion in an ad group of the account, unless a rule refuses it. */
export function createProductGroupPromotion(
  world: World,
  account: AdAccountContext,
  adGroup: PromotingAdGroup,
  item: ProductGroupPromotionCreate,
): Outcome<ProductGroupPromotionRow> {
  const { db, rules } = world
  if (adGroup === undefined) return { violations: rules.evaluate([adGroupExists], { found: adGroup }) }
  const seq = productGroupPromotionTable.nextSequence(db)
  const after = newProductGroupPromotion(item, { id: idOf(productGroupPromotionIdRange, seq), ad_group_id: adGroup.id })
  const now = world.clock.seconds()
  const violations = [
    ...rules.evaluate(promotedGroupRules, promotedGroup(world, account, after)),
    ...rules.evaluate(productGroupPromotionRules, {
      operation: 'product_group_promotions/create',
      sent: item,
      after,
      now,
      above: statusesAbove(adGroup),
    }),
  ]
  if (violations.length > 0) return { violations }
  const columns = { seq, ad_account_id: account.id, created_time: now }
  return { row: productGroupPromotionTable.insertEntity(db, after, columns) }
}

/** Changes one product group promotion of an ad group of the account, unless a rule refuses it. */
export function changeProductGroupPromotion(
  world: World,
  account: AdAccountContext,
  adGroup: PromotingAdGroup,
  item: ProductGroupPromotionUpdate,
): Outcome<ProductGroupPromotionRow> {
  const { db, rules } = world
  if (adGroup === undefined) return { violations: rules.evaluate([adGroupExists], { found: adGroup }) }
  const stored = productGroupPromotionTable.find(db, account.id, item.id)
  if (stored?.ad_group_id !== adGroup.id)
    return { violations: rules.evaluate([productGroupPromotionExists], { found: undefined }) }
  const before: ProductGroupPromotion = JSON.parse(stored.json)
  const after = changedProductGroupPromotion(before, item)
  const now = world.clock.seconds()
  const isOther = after.catalog_product_group_id !== before.catalog_product_group_id
  // One that is not active may outlive its product group.
  const isActivated = after.status === 'ACTIVE' && before.status !== 'ACTIVE'
  const violations = [
    ...(isOther || isActivated ? rules.evaluate(promotedGroupRules, promotedGroup(world, account, after)) : []),
    ...rules.evaluate(productGroupPromotionRules, {
      operation: 'product_group_promotions/update',
      sent: item,
      before,
      after,
      now,
      above: statusesAbove(adGroup),
    }),
  ]
  if (violations.length > 0) return { violations }
  keepPast(db, pastOf(after, account.id, adGroup.campaign_id), before, after, now)
  const { seq, ad_account_id, created_time } = stored
  return { row: productGroupPromotionTable.updateEntity(db, after, { seq, ad_account_id, created_time }) }
}

function promotedGroup(
  world: World,
  account: AdAccountContext,
  { catalog_product_group_id: id }: ProductGroupPromotion,
): PromotedGroupFacts {
  if (id === null) return { id, hasCatalog: false, found: undefined }
  const ownerId = adAccountRow(world, account.id).owner_id
  return { id, hasCatalog: hasCatalog(world.db, ownerId), found: productGroupTable.find(world.db, ownerId, id) }
}

/** Returns whose past a change of a product group promotion keeps. */
export const pastOf = ({ id }: { readonly id: string }, ad_account_id: string, campaign_id: string): PastOf => ({
  kind: 'product_group',
  id,
  ad_account_id,
  campaign_id,
})

const statusesAbove = ({ status, campaign_status }: AdGroupResponseRow) => ({
  ad_group: status,
  campaign: campaign_status,
})

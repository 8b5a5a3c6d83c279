import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { idOf } from '#server/domain/ids.ts'
import type { Outcome } from '#server/domain/rules/outcome.ts'
import type { World } from '#server/worlds/world.ts'
import { changedPromotion, newPromotion } from './entity.ts'
import { type PromotionRow, promotionTable, removePromotion } from './repository.ts'
import { promotionIdRange } from './resource.ts'
import { platformRules, promotion, promotionExists, promotionRules } from './rules.ts'
import type { PromotionCreate, PromotionUpdate, StoredPromotion } from './schema.ts'

/** Creates one promotion in the account, unless a rule refuses it; throws when its platform refuses the whole request. */
export function createPromotion(world: World, account: AdAccountContext, item: PromotionCreate): Outcome<PromotionRow> {
  const { db, rules, clock } = world
  const seq = promotionTable.nextSequence(db)
  const after = newPromotion(item, { id: idOf(promotionIdRange, seq), ad_account_id: account.id })
  rules.assert(platformRules, after)
  const change = { operation: promotion.create, sent: item, after, now: clock.seconds() }
  const violations = rules.evaluate(promotionRules, change)
  if (violations.length > 0) return { violations }
  return { row: promotionTable.insertEntity(db, after, { seq, ...datesOf(after) }) }
}

/** Changes one promotion of the account, unless a rule refuses it; throws as a creation does. */
export function changePromotion(world: World, account: AdAccountContext, item: PromotionUpdate): Outcome<PromotionRow> {
  const { db, rules, clock } = world
  const stored = promotionTable.find(db, account.id, item.id)
  if (stored === undefined) return { violations: rules.evaluate([promotionExists], { found: stored }) }
  const before: StoredPromotion = JSON.parse(stored.json)
  const after = changedPromotion(before, item)
  rules.assert(platformRules, after)
  const change = { operation: promotion.update, sent: item, before, after, now: clock.seconds() }
  const violations = rules.evaluate(promotionRules, change)
  if (violations.length > 0) return { violations }
  return { row: promotionTable.updateEntity(db, after, { seq: stored.seq, ...datesOf(after) }) }
}

/** Deletes a promotion and removes it from its ad groups. */
export const deletePromotion = ({ db }: World, row: PromotionRow): void => removePromotion(db, row)

const datesOf = ({ start_time, end_time }: StoredPromotion) => ({
  start_time: start_time ?? null,
  end_time: end_time ?? null,
})

import type { Owned } from '#server/collections/owner.ts'
import { idOf } from '#server/domain/ids.ts'
import type { Outcome } from '#server/domain/rules/outcome.ts'
import type { World } from '#server/worlds/world.ts'
import { changedPromotion, newPromotion } from './entity.ts'
import { type PromotionRow, promotionTable, releasePromotion } from './repository.ts'
import { promotionIdRange } from './resource.ts'
import { platformRules, promotionExists, promotionRules } from './rules.ts'
import type { PromotionCreate, PromotionUpdate, StoredPromotion } from './schema.ts'

/** Creates one promotion of the ad account, unless a rule refuses it; throws when its platform refuses the request. */
export function createPromotion(
  { db, rules, clock }: World,
  { id: ad_account_id }: Owned,
  item: PromotionCreate,
): Outcome<PromotionRow> {
  const seq = promotionTable.nextSequence(db)
  const after = newPromotion(item, { id: idOf(promotionIdRange, seq), ad_account_id })
  rules.assert(platformRules, after)
  const violations = rules.evaluate(promotionRules, {
    operation: 'promotions/create',
    sent: item,
    after,
    now: clock.seconds(),
  })
  if (violations.length > 0) return { violations }
  return { row: promotionTable.insertEntity(db, after, { seq, ...datesOf(after) }) }
}

/** Changes one promotion of the ad account, unless a rule refuses it; throws as a creation does. */
export function changePromotion(
  { db, rules, clock }: World,
  { id: ownerId }: Owned,
  item: PromotionUpdate,
): Outcome<PromotionRow> {
  const stored = promotionTable.find(db, ownerId, item.id)
  if (stored === undefined) return { violations: rules.evaluate([promotionExists], { found: stored }) }
  const before: StoredPromotion = JSON.parse(stored.json)
  const after = changedPromotion(before, item)
  rules.assert(platformRules, after)
  const violations = rules.evaluate(promotionRules, {
    operation: 'promotions/update',
    sent: item,
    before,
    after,
    now: clock.seconds(),
  })
  if (violations.length > 0) return { violations }
  return { row: promotionTable.updateEntity(db, after, { seq: stored.seq, ...datesOf(after) }) }
}

/** Deletes a promotion and removes it from its ad groups. */
export function removePromotion({ db }: World, row: PromotionRow): void {
  releasePromotion(db, row)
  promotionTable.remove(db, row.id)
}

const datesOf = ({ start_time, end_time }: StoredPromotion) => ({
  start_time: start_time ?? null,
  end_time: end_time ?? null,
})

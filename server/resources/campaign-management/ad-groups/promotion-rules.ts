import type { ChangeRule } from '#server/domain/rules/change.ts'
import { type AdGroupFacts, both } from './facts.ts'

/** Returns the ids of the ad group's promotions that the ad account does not have. */
const missing = ({ after: { promotion_id, promotion_ids }, promotionExists }: AdGroupFacts): readonly string[] =>
  [...(promotion_id === null ? [] : [promotion_id]), ...promotion_ids].filter((id) => !promotionExists(id))

/** Which promotions an ad group may show. */
export const promotionRules: readonly ChangeRule<AdGroupFacts>[] = [
  {
    id: 'ad_group.promotion.exists',
    operations: both,
    fields: ['promotion_id', 'promotion_ids'],
    evidence: 'assumed',
    source: 'a decision of this project; S523 promotions/get for the code and the text',
    code: 4997,
    message: 'Promotion for that ID was not found',
    passes: 'The id of a promotion of this ad account; null, and "0" in promotion_id, clear it.',
    sent: missing,
    violated: (facts) => missing(facts).length > 0,
  },
]

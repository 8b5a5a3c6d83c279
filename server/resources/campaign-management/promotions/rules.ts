import { assumed } from '#server/domain/rules/assumed.ts'
import { type Change, changeRules } from '#server/domain/rules/change.ts'
import { existenceRule } from '#server/domain/rules/existence-rule.ts'
import type { Rule } from '#server/domain/rules/rule.ts'
import { type Kind, statusRules } from '#server/domain/rules/shared-rules.ts'
import type { StoredPromotion } from './schema.ts'

/** The kind of entity and the operations that the rules of promotions name. */
export const promotion: Kind = { name: 'promotion', create: 'promotions/create', update: 'promotions/update' }

const platforms = ['DEFAULT', 'SHOPIFY']

/** Rules about the platform of a promotion; each refuses the request. */
export const platformRules: readonly Rule<Pick<StoredPromotion, 'platform_type'>>[] = [
  {
    id: 'promotion.platform',
    operations: [promotion.create, promotion.update],
    fields: ['platform_type'],
    refuses: 'request',
    evidence: 'documented',
    source: 'S523 promotions/create, PromotionCommon',
    code: 400,
    message: 'Platform type not supported for promotions.',
    passes: `platform_type ${platforms.join(' or ')}.`,
    literal: true,
    sent: ({ platform_type }) => platform_type,
    violated: ({ platform_type }) => !platforms.includes(platform_type),
  },
]

/** Refuses a batch item whose promotion the ad account does not have. */
export const promotionExists = existenceRule({
  id: 'promotion.exists',
  operations: [promotion.update],
  fields: ['id'],
  source: 'a decision of this project; S523 promotions/get for the code and the text',
  code: 4997,
  message: 'Promotion for that ID was not found',
  passes: 'The id of a promotion of this ad account.',
})

/** Every rule about a promotion's content, in the order in which violations are reported; an item reports the first. */
export const promotionRules: readonly Rule<Change<StoredPromotion>>[] = changeRules<Change<StoredPromotion>>([
  ...statusRules(promotion),
  {
    id: 'promotion.schedule.end-after-start',
    operations: [promotion.create, promotion.update],
    fields: ['end_time', 'start_time'],
    ...assumed,
    source: 'a decision of this project; that it may end in the past is observed (F103)',
    message: 'end_time must be after start_time.',
    sent: ({ after: { start_time, end_time } }) => ({ start_time, end_time }),
    violated: ({ after: { start_time, end_time } }) =>
      start_time !== undefined && end_time !== undefined && end_time <= start_time,
  },
])

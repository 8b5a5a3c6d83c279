import type { Resource } from '#server/contracts/resource.ts'
import type { Deprecation } from '#server/domain/errors/deprecations.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'

/** The id range of promotions: 7834020607420 was recorded (F103). */
export const promotionIdRange = idRange('promotion', 7_834_020_000_000n)

/** The error for an unknown id of a promotion in a path. */
export const promotionErrors = namedErrors({
  'promotion.path': {
    status: 404,
    code: 4997,
    message: 'Promotion for that ID was not found',
    evidence: 'documented',
    source: 'S523 promotions/get; of promotions/delete it is assumed',
  },
})

const computed: Deprecation = {
  field: '[].discount_status',
  note: 'no effect: the dates of the promotion decide it',
  evidence: 'documented',
  source: 'S523 PromotionCommon; that it is ignored is assumed',
}

const readOnly: Deprecation = {
  field: '[].status',
  note: 'version 5.28 no longer takes it',
  evidence: 'documented',
  source: 'F152: CHG528',
}

/** The promotions resource. */
export const promotions: Resource = {
  name: 'promotions',
  parents: [adAccounts],
  tags: { promotions: 'Promotions: discounts and offers that ad groups show with their ads.' },
  ids: [promotionIdRange],
  errors: promotionErrors,
  operations: {
    'promotions/list': {},
    'promotions/create': { maxItems: 30, deprecations: [computed] },
    'promotions/update': { maxItems: 30, deprecations: [computed, readOnly] },
    'promotions/get': {},
    'promotions/delete': {},
  },
  routes: async () => (await import('./routes.ts')).promotionRoutes,
  async rules() {
    const rules = await import('./rules.ts')
    return [...rules.platformRules, rules.promotionExists, ...rules.promotionRules]
  },
  seed: async () => (await import('./seed.ts')).promotionSeed,
  edits: async () => (await import('./admin.ts')).promotionKind,
}

import type { Resource } from '#server/contracts/resource.ts'
import { accountInBody, type Deprecation } from '#server/domain/errors/deprecations.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { invalidGids } from '#server/domain/errors/not-found.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { deliveryHistory } from '#server/resources/accounts/delivery-history/resource.ts'
import { boardSections } from '#server/resources/content/board-sections/resource.ts'
import { boards } from '#server/resources/content/boards/resource.ts'
import { media } from '#server/resources/content/media/resource.ts'
import { pins } from '#server/resources/content/pins/resource.ts'
import { adGroups } from '../ad-groups/resource.ts'
import { campaigns } from '../campaigns/resource.ts'
import { leadForms } from '../lead-forms/resource.ts'

/** The id range of ads. */
export const adIdRange = idRange('ad', 687_100_000_000n)

/** The error for an unknown id of an ad in a path. */
export const adErrors = namedErrors({
  'ad.path': {
    status: 404,
    code: 1012,
    message: invalidGids('GetPinPromotionsByIds'),
    evidence: 'observed',
    source: 'C1 (LOG23)',
  },
})

const deprecations: readonly Deprecation[] = [
  {
    ...accountInBody,
    evidence: 'assumed',
    source: 'a decision of this project: as in campaigns; older clients send it',
  },
  {
    field: '[].creative_type',
    value: 'SHOP_THE_PIN',
    note: 'COLLECTION took its place',
    evidence: 'documented',
    source: 'S523 CreativeType',
  },
]

/** The ads resource. */
export const ads: Resource = {
  name: 'ads',
  parents: [adAccounts, deliveryHistory, leadForms, campaigns, adGroups, boards, boardSections, media, pins],
  tags: { ads: 'Ads and their previews. An ad shows a Pin.' },
  ids: [adIdRange],
  errors: adErrors,
  operations: {
    'ads/list': {},
    'ads/create': { maxItems: 30, deprecations },
    'ads/update': { maxItems: 30, deprecations },
    'ads/get': {},
  },
  states: ['PENDING', 'APPROVED or REJECTED'],
  routes: async () => (await import('./routes.ts')).adRoutes,
  async rules() {
    const rules = await import('./rules.ts')
    return [rules.adExists, ...rules.adRules]
  },
  seed: async () => (await import('./seed.ts')).adSeed,
  edits: async () => (await import('./admin.ts')).adKind,
}

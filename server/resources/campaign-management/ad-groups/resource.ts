import type { Resource } from '#server/contracts/resource.ts'
import { accountInBody, type Deprecation } from '#server/domain/errors/deprecations.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { invalidGids } from '#server/domain/errors/not-found.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { deliveryHistory } from '#server/resources/accounts/delivery-history/resource.ts'
import { campaigns } from '../campaigns/resource.ts'
import { promotions } from '../promotions/resource.ts'
import { targetingTemplates } from '../targeting-templates/resource.ts'

/** The id range of ad groups. */
export const adGroupIdRange = idRange('ad_group', 2_680_000_000_000n)

/** The error for an unknown id of an ad group in a path. */
export const adGroupErrors = namedErrors({
  'ad_group.path': {
    status: 404,
    code: 1012,
    message: invalidGids('GetAdGroupsByIds'),
    evidence: 'assumed',
    source: 'C1: as campaigns and ads answer',
  },
})

const deprecations: readonly Deprecation[] = [
  {
    ...accountInBody,
    evidence: 'assumed',
    source: 'a decision of this project: as in campaigns; older clients send it',
  },
]

/** The ad groups resource. */
export const adGroups: Resource = {
  name: 'ad_groups',
  parents: [adAccounts, deliveryHistory, campaigns, promotions, targetingTemplates],
  tags: { ad_groups: "Ad groups: placement, targeting and bid of a campaign's ads." },
  ids: [adGroupIdRange],
  errors: adGroupErrors,
  operations: {
    'ad_groups/list': {},
    'ad_groups/create': { maxItems: 30, deprecations },
    'ad_groups/update': { maxItems: 30, deprecations },
    'ad_groups/get': {},
    'get_ad_groups_by_promotion_ids/list': {},
  },
  routes: async () => (await import('./routes.ts')).adGroupRoutes,
  async rules() {
    const rules = await import('./rules.ts')
    return [rules.adGroupExists, ...rules.adGroupRules, ...rules.adGroupUpdateRules, ...rules.adGroupListRules]
  },
  seed: async () => (await import('./seed.ts')).adGroupSeed,
  edits: async () => (await import('./admin.ts')).adGroupKind,
}

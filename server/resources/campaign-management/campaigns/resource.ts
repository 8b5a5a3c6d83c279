import type { Resource } from '#server/contracts/resource.ts'
import { accountInBody, type Deprecation } from '#server/domain/errors/deprecations.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { invalidGids } from '#server/domain/errors/not-found.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { deliveryHistory } from '#server/resources/accounts/delivery-history/resource.ts'
import { orderLines } from '../order-lines/resource.ts'

/** The id range of campaigns. */
export const campaignIdRange = idRange('campaign', 626_700_000_000n)

/** The error for an unknown id of a campaign in a path. */
export const campaignErrors = namedErrors({
  'campaign.path': {
    status: 404,
    code: 1012,
    message: invalidGids('GetCampaignsByIds'),
    evidence: 'observed',
    source: 'C1 (LOG23)',
  },
})

const deprecations: readonly Deprecation[] = [
  { ...accountInBody, evidence: 'documented', source: 'S528 campaigns/create' },
  {
    field: '[].default_ad_group_budget_in_micro_currency',
    note: 'no effect',
    evidence: 'documented',
    source: 'S528 campaigns/create',
  },
]

/** The campaigns resource. */
export const campaigns: Resource = {
  name: 'campaigns',
  parents: [adAccounts, deliveryHistory, orderLines],
  tags: { campaigns: 'Campaigns: objective, budget and schedule.' },
  ids: [campaignIdRange],
  errors: campaignErrors,
  operations: {
    'campaigns/list': {},
    'campaigns/create': { maxItems: 30, deprecations },
    'campaigns/update': { maxItems: 30, deprecations },
    'campaigns/get': {},
  },
  routes: async () => (await import('./routes.ts')).campaignRoutes,
  async rules() {
    const rules = await import('./rules.ts')
    return [rules.campaignExists, ...rules.campaignRules]
  },
  seed: async () => (await import('./seed.ts')).campaignSeed,
  edits: async () => (await import('./admin.ts')).campaignKind,
}

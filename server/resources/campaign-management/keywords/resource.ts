import type { Resource } from '#server/contracts/resource.ts'
import type { Deprecation } from '#server/domain/errors/deprecations.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { deliveryHistory } from '#server/resources/accounts/delivery-history/resource.ts'
import { adGroups } from '../ad-groups/resource.ts'
import { campaigns } from '../campaigns/resource.ts'

/** The id range of keywords. */
export const keywordIdRange = idRange('keyword', 2_887_100_000_000n)

const deprecations: readonly Deprecation[] = [
  {
    field: 'keywords[].bid',
    note: 'no effect, and answered as null',
    evidence: 'documented',
    source: 'S523 KeywordsCommon, KeywordUpdate',
  },
]

/** The resource of keywords and their metrics. */
export const keywords: Resource = {
  name: 'keywords',
  parents: [adAccounts, deliveryHistory, campaigns, adGroups],
  tags: { keywords: 'Keywords for and against which ads are shown, and search volumes.' },
  ids: [keywordIdRange],
  operations: {
    'keywords/get': {},
    'keywords/create': { maxItems: Number.POSITIVE_INFINITY, deprecations },
    'keywords/update': { maxItems: Number.POSITIVE_INFINITY, deprecations },
    'country_keywords_metrics/get': {},
  },
  routes: async () => (await import('./routes.ts')).keywordRoutes,
  async rules() {
    const rules = await import('./rules.ts')
    return [
      rules.keywordParentExists,
      ...rules.keywordRules,
      rules.keywordExists,
      ...rules.keywordUpdateRules,
      ...rules.keywordListRules,
    ]
  },
  seed: async () => (await import('./seed.ts')).keywordSeed,
  edits: async () => (await import('./admin.ts')).keywordKind,
}

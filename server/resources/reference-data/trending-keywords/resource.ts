import type { Resource } from '#server/contracts/resource.ts'
import type { Deprecation } from '#server/domain/errors/deprecations.ts'

const deprecations: readonly Deprecation[] = [
  {
    parameter: 'include_prediction',
    note: 'version 5.28 does not have it',
    evidence: 'documented',
    source: 'F170: CHG528 trending_keywords/list',
  },
]

/** The trending keywords resource: popular searches. */
export const trendingKeywords: Resource = {
  name: 'trending_keywords',
  parents: [],
  examples: { region: 'US', trend_type: 'monthly' },
  operations: {
    'trending_keywords/list': { deprecations },
  },
  routes: async () => (await import('./routes.ts')).trendingKeywordRoutes,
}

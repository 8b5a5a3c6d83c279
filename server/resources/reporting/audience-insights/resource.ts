import type { Resource } from '#server/contracts/resource.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { delivery } from '../delivery/resource.ts'

/** The audience insights resource: who saw and engaged with an ad account's ads, worked out when it is read. */
export const audienceInsights: Resource = {
  name: 'audience_insights',
  parents: [adAccounts, delivery],
  tags: { audience_insights: 'Audience insights: composition of the people whom ads reached.' },
  operations: {
    'audience_insights/get': {},
    'audience_insights_scope_and_type/get': {},
  },
  routes: async () => (await import('./routes.ts')).audienceInsightRoutes,
}

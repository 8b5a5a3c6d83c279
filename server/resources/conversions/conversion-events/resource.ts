import type { Resource } from '#server/contracts/resource.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'

/** The conversion events resource. Reports attribute events to ads. */
export const conversionEvents: Resource = {
  name: 'conversion_events',
  parents: [adAccounts],
  tags: { conversion_events: 'Conversion tags, and visits and purchases that advertisers report.' },
  operations: {
    'events/create': { maxItems: 1000 },
  },
  routes: async () => (await import('./routes.ts')).conversionEventRoutes,
  rules: async () => (await import('./rules.ts')).eventRules,
}

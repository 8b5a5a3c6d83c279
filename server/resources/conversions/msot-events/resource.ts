import type { Resource } from '#server/contracts/resource.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'

/** The resource of events that measurement partners have attributed. No response and no report has them. */
export const msotEvents: Resource = {
  name: 'msot_events',
  parents: [adAccounts],
  tags: { msot_events: 'Conversion events that measurement partners have attributed to ad groups.' },
  operations: {
    'msot_events/create': {
      deprecations: [
        {
          field: 'total_events',
          note: 'total_events_fractional takes its place',
          evidence: 'documented',
          source: 'F168: CHG528',
        },
      ],
    },
  },
  routes: async () => (await import('./routes.ts')).msotEventRoutes,
  rules: async () => (await import('./rules.ts')).msotEventRules,
}

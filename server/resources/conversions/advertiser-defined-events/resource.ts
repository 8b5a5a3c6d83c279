import type { Resource } from '#server/contracts/resource.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'

/** The id range of advertiser defined events. The API names them by their names: no answer has their ids. */
export const definedEventIdRange = idRange('advertiser_defined_event', 7_130_000_000_000n)

/** The resource of advertiser defined events. */
export const advertiserDefinedEvents: Resource = {
  name: 'advertiser_defined_events',
  parents: [adAccounts],
  tags: { conversions: 'Settings of conversions: advertiser defined events, and requests to delete events.' },
  ids: [definedEventIdRange],
  operations: {
    'advertiser_defined_events/get': {},
    'advertiser_defined_events/create': { maxItems: Number.POSITIVE_INFINITY },
    'advertiser_defined_events/update': { maxItems: Number.POSITIVE_INFINITY },
    'advertiser_defined_events/delete': {},
  },
  routes: async () => (await import('./routes.ts')).definedEventRoutes,
  rules: async () => (await import('./rules.ts')).definedEventRules,
  seed: async () => (await import('./seed.ts')).definedEventSeed,
}

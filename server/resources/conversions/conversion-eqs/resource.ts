import type { Resource } from '#server/contracts/resource.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { conversionEvents } from '../conversion-events/resource.ts'

/** The resource of event quality scores, which are computed from the conversion events that were sent. */
export const conversionEqs: Resource = {
  name: 'conversion_eqs',
  parents: [adAccounts, conversionEvents],
  tags: { conversion_eqs: 'Event quality scores: how much conversion events say of the person and the order.' },
  operations: { 'conversion_eqs/list': {} },
  routes: async () => (await import('./routes.ts')).conversionEqsRoutes,
}

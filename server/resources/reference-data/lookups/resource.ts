import type { Resource } from '#server/contracts/resource.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'

/** The lookups resource: lists of values that are the same for all users. */
export const lookups: Resource = {
  name: 'lookups',
  parents: [adAccounts],
  tags: { resources: 'Reference data: values that are the same for every ad account.' },
  operations: {
    'ad_account_countries/get': {},
    'lead_form_questions/get': {},
  },
  routes: async () => (await import('./routes.ts')).lookupRoutes,
}

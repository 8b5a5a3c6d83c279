import type { Resource } from '#server/contracts/resource.ts'
import { adAccounts } from '../ad-accounts/resource.ts'

/** The resource of an ad account's terms of service. */
export const termsOfService: Resource = {
  name: 'terms_of_service',
  parents: [adAccounts],
  tags: { terms_of_service: 'Terms of service of advertisers.' },
  operations: {
    'terms_of_service/get': {},
  },
  routes: async () => (await import('./routes.ts')).termsOfServiceRoutes,
}

import type { Resource } from '#server/contracts/resource.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '../ad-accounts/resource.ts'

/** The id range of billing profiles. */
export const billingProfileIdRange = idRange('billing_profile', 4_722_000_000_000n)

/** The resource of billing profiles, which the API only reads. */
export const billingProfiles: Resource = {
  name: 'billing_profiles',
  parents: [adAccounts],
  ids: [billingProfileIdRange],
  operations: { 'billing_profiles/get': {} },
  routes: async () => (await import('./routes.ts')).billingProfileRoutes,
  seed: async () => (await import('./seed.ts')).billingProfileSeed,
  edits: async () => (await import('./admin.ts')).billingProfileKind,
}

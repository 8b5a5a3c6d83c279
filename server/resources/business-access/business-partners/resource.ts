import type { Resource } from '#server/contracts/resource.ts'
import { idRange } from '#server/domain/ids.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { businesses } from '../businesses/resource.ts'

/** The id range of partnerships, which no response of the API has. */
export const partnershipIdRange = idRange('business_partnership', 5_349_320_000_000_000_000n)

/** The partners of businesses. */
export const businessPartners: Resource = {
  name: 'business_partners',
  parents: [users, businesses],
  ids: [partnershipIdRange],
  operations: { 'get/business_partners': {}, delete_business_partners: {} },
  routes: async () => (await import('./routes.ts')).businessPartnerRoutes,
  rules: async () => (await import('./rules.ts')).partnerRules,
  seed: async () => (await import('./seed.ts')).businessPartnerSeed,
}

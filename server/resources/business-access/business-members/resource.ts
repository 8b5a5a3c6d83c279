import type { Resource } from '#server/contracts/resource.ts'
import { idRange } from '#server/domain/ids.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { businesses } from '../businesses/resource.ts'

/** The id range of memberships, which no response of the API has. */
export const membershipIdRange = idRange('business_membership', 5_349_310_000_000_000_000n)

/** The members of businesses, and the businesses that a user works for. */
export const businessMembers: Resource = {
  name: 'business_members',
  parents: [users, businesses],
  tags: { business_access_relationships: 'Members, partners and brand accounts of businesses.' },
  ids: [membershipIdRange],
  operations: {
    'get/business_employers': {},
    'get/business_members': {},
    'update/business_memberships': {},
    delete_business_membership: {},
    'system_user/update': {},
  },
  routes: async () => (await import('./routes.ts')).businessMemberRoutes,
  rules: async () => (await import('./rules.ts')).memberRules,
  seed: async () => (await import('./seed.ts')).businessMemberSeed,
  edits: async () => (await import('./admin.ts')).businessMemberKind,
}

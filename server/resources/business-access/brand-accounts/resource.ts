import type { Resource } from '#server/contracts/resource.ts'
import { defaultUser, userIdRange } from '#server/domain/access/user.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { idOf } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { businesses } from '../businesses/resource.ts'

const passes = 'The id of a brand account that brand_accounts/create has answered, of the same hierarchy.'
const documented = { evidence: 'documented', source: 'S523 brand_accounts/update' } as const

/** The errors for an id in a path that is of no brand account of the hierarchy. */
export const brandAccountErrors = namedErrors({
  'brand_account.path': { ...documented, status: 404, code: 404, message: 'User not found.', passes },
  'brand_account.kind': {
    ...documented,
    status: 409,
    code: 409,
    message: 'This account is not a brand account.',
    passes,
  },
})

/** Brand accounts: businesses below another in its hierarchy. */
export const brandAccounts: Resource = {
  name: 'brand_accounts',
  parents: [users, adAccounts, businesses],
  errors: brandAccountErrors,
  examples: { business_hierarchy_id: defaultUser.id, brand_account_id: idOf(userIdRange, 6) },
  operations: { 'brand_accounts/create': {}, 'brand_accounts/update': {} },
  routes: async () => (await import('./routes.ts')).brandAccountRoutes,
  rules: async () => (await import('./rules.ts')).brandAccountRules,
  seed: async () => (await import('./seed.ts')).brandAccountSeed,
}

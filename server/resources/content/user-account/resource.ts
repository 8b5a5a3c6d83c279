import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { boards } from '../boards/resource.ts'
import { pins } from '../pins/resource.ts'
import { userFollows } from '../user-follows/resource.ts'

/** The errors of a request by a user that the world does not have. */
export const userAccountErrors = namedErrors({
  'user.id': {
    status: 404,
    code: 30,
    message: 'User not found.',
    evidence: 'documented',
    source: 'S523; that a caller can be unknown is assumed',
  },
})

/** The user account resource: the calling user. */
export const userAccount: Resource = {
  name: 'user_account',
  parents: [users, adAccounts, boards, pins, userFollows],
  tags: { user_account: 'A user account.' },
  errors: userAccountErrors,
  operations: {
    'user_account/get': {},
  },
  routes: async () => (await import('./routes.ts')).userAccountRoutes,
}

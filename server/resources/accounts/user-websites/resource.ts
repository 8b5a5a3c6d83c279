import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '../ad-accounts/resource.ts'
import { users } from '../users/resource.ts'

/** The id range of claimed websites, which only test control shows. */
export const userWebsiteIdRange = idRange('user_website', 5_702_100_000_000n)

const business = 'S523; that it refuses callers with a personal account is assumed'

/** The errors of calls about websites that a caller has not claimed or may not see. */
export const userWebsiteErrors = namedErrors({
  'user_website.path': {
    status: 404,
    code: 404,
    message: 'Website not in user list.',
    evidence: 'documented',
    source: 'S523 unverify_website/delete',
    passes: 'A website that GET /v5/user_account/websites lists.',
  },
  'user_website.list': {
    status: 403,
    code: 403,
    message: 'Not authorized to access the user website list.',
    evidence: 'documented',
    source: business,
    passes: 'A user whose account_type is BUSINESS.',
  },
  'user_website.verification': {
    status: 403,
    code: 403,
    message: 'Not authorized to access the user verification code for website claiming.',
    evidence: 'documented',
    source: business,
    passes: 'A user whose account_type is BUSINESS.',
  },
})

/** The websites resource: what users have claimed as their own. */
export const userWebsites: Resource = {
  name: 'user_websites',
  parents: [users, adAccounts],
  ids: [userWebsiteIdRange],
  errors: userWebsiteErrors,
  operations: {
    'user_websites/get': {},
    'verify_website/update': {},
    'unverify_website/delete': {},
    'website_verification/get': {},
  },
  states: ['pending', 'verified'],
  routes: async () => (await import('./routes.ts')).userWebsiteRoutes,
  rules: async () => (await import('./rules.ts')).userWebsiteRules,
  seed: async () => (await import('./seed.ts')).userWebsiteSeed,
  edits: async () => (await import('./admin.ts')).userWebsiteKind,
}

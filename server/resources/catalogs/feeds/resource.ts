import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { userWebsites } from '#server/resources/accounts/user-websites/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { catalogs } from '../catalogs/resource.ts'
import { items } from '../items/resource.ts'

/** The id range of feeds. */
export const feedIdRange = idRange('feed', 1_553_650_000_000n)

/** The error for an id of a feed that the business does not have. */
export const feedErrors = namedErrors({
  'feed.path': {
    status: 404,
    code: 4161,
    message: 'Sorry! We could not find your catalogs feed.',
    evidence: 'documented',
    source: 'F89 (S523 feeds/get)',
  },
})

/** The feeds resource: files of products that a business has processed every day. */
export const feeds: Resource = {
  name: 'feeds',
  parents: [users, adAccounts, userWebsites, catalogs, items],
  tags: { catalog_feeds: 'Feeds: files of products, their processing and its results.' },
  ids: [feedIdRange],
  errors: feedErrors,
  operations: {
    'feeds/list': {},
    'feeds/create': {},
    'feeds/get': {},
    'feeds/update': {},
    'feeds/delete': {},
  },
  routes: async () => (await import('./routes.ts')).feedRoutes,
  rules: async () => (await import('./rules.ts')).feedRules,
  seed: async () => (await import('./seed.ts')).feedSeed,
  edits: async () => (await import('./admin.ts')).feedKind,
}

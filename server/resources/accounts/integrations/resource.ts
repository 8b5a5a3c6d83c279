import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { idOf, idRange } from '#server/domain/ids.ts'
import { adAccounts } from '../ad-accounts/resource.ts'
import { users } from '../users/resource.ts'

/** The id range of integrations: the documented examples begin with 73291. */
export const integrationIdRange = idRange('integration', 7_329_100_000_000_000_000n)

const notFound = 'Sorry! We could not find your integration.'

/** The errors for an integration that is unknown, or another user's. */
export const integrationErrors = namedErrors({
  'integration.external-path': {
    status: 404,
    code: 4180,
    message: notFound,
    evidence: 'documented',
    source: 'S523 integrations_commerce/get and patch; of integrations_commerce/del it is assumed',
    passes: 'The external_business_id of an integration that GET /v5/integrations lists.',
  },
  'integration.path': {
    status: 404,
    code: 4517,
    message: notFound,
    evidence: 'documented',
    source: 'S523 integrations/get_by_id',
    passes: 'The id of an integration that GET /v5/integrations lists.',
  },
  'integration.access': {
    status: 409,
    code: 4182,
    message: "Can't access this integration metadata.",
    evidence: 'documented',
    source:
      'S523 integrations_commerce/post, get and patch, as NotIntegrationOwner; of integrations_commerce/del it is assumed',
    passes: 'An external_business_id that no other user has connected.',
  },
})

/** The integrations resource: shops and other businesses that users have connected. */
export const integrations: Resource = {
  name: 'integrations',
  parents: [users, adAccounts],
  tags: { integrations: 'Integrations: shops of other platforms that users have connected.' },
  ids: [integrationIdRange],
  errors: integrationErrors,
  examples: { external_business_id: 'woo-shop.example.com-1', id: idOf(integrationIdRange, 1) },
  operations: {
    'integrations_commerce/post': {},
    'integrations_commerce/get': {},
    'integrations_commerce/patch': {},
    'integrations_commerce/del': {},
    'integrations/get_list': {},
    'integrations/get_by_id': {},
    'integrations_logs/post': {},
  },
  routes: async () => (await import('./routes.ts')).integrationRoutes,
  seed: async () => (await import('./seed.ts')).integrationSeed,
  edits: async () => (await import('./admin.ts')).integrationKind,
}

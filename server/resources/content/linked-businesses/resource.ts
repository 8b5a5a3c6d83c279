import type { Resource } from '#server/contracts/resource.ts'
import { idRange } from '#server/domain/ids.ts'
import { users } from '#server/resources/accounts/users/resource.ts'

/** Where the business accounts that are linked to users are stored. */
export const linkedBusinessOptions = {
  name: 'linked_businesses',
  column: 'user_id',
  range: idRange('linked_business', 5_706_100_000_000n),
} as const

/** The business accounts that are linked to users: the API lists them, and links none. */
export const linkedBusinesses: Resource = {
  name: 'linked_businesses',
  parents: [users],
  ids: [linkedBusinessOptions.range],
  operations: { 'linked_business_accounts/get': {} },
  routes: async () => (await import('./routes.ts')).linkedBusinessRoutes,
  seed: async () => (await import('./seed.ts')).linkedBusinessSeed,
  edits: async () => (await import('./admin.ts')).linkedBusinessKind,
}

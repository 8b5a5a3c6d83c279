import type { Resource } from '#server/contracts/resource.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { catalogs } from '#server/resources/catalogs/catalogs/resource.ts'
import { businesses } from '../businesses/resource.ts'

/** The id range of asset groups, near an example of version 5.23. */
export const assetGroupIdRange = idRange('asset_group', 7_078_106_000_000n)

/** The groups of assets of businesses. */
export const assetGroups: Resource = {
  name: 'asset_groups',
  parents: [users, adAccounts, catalogs, businesses],
  tags: { business_access_assets: 'Assets of businesses, and who may do what with them.' },
  ids: [assetGroupIdRange],
  operations: {
    'asset_group/create': {},
    'asset_group/update': { maxItems: Number.POSITIVE_INFINITY },
    'asset_group/delete': { maxItems: 50 },
  },
  routes: async () => (await import('./routes.ts')).assetGroupRoutes,
  rules: async () => (await import('./rules.ts')).assetGroupRules,
  seed: async () => (await import('./seed.ts')).assetGroupSeed,
  edits: async () => (await import('./admin.ts')).assetGroupKind,
}

import type { Resource } from '#server/contracts/resource.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { users } from '#server/resources/accounts/users/resource.ts'
import { catalogs } from '#server/resources/catalogs/catalogs/resource.ts'
import { assetGroups } from '../asset-groups/resource.ts'
import { businessMembers } from '../business-members/resource.ts'
import { businessPartners } from '../business-partners/resource.ts'
import { businesses } from '../businesses/resource.ts'

/** The assets of businesses, and the access of members and partners to them. */
export const businessAssets: Resource = {
  name: 'business_assets',
  parents: [users, adAccounts, catalogs, businesses, assetGroups, businessMembers, businessPartners],
  operations: {
    'business_assets/get': {},
    'business_asset_members/get': {},
    'business_asset_partners/get': {},
    'business_member_assets/get': {},
    'business_members_asset_access/update': {},
    'business_members_asset_access/delete': {},
    'business_partner_asset_access/get': {},
    update_partner_asset_access_handler_impl: {},
    delete_partner_asset_access_handler_impl: {},
  },
  routes: async () => (await import('./routes.ts')).businessAssetRoutes,
  rules: async () => (await import('./rules.ts')).grantRules,
  seed: async () => (await import('./seed.ts')).businessAssetAccessSeed,
}

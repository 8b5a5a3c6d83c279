import type { Evidence } from '../rules/rule.ts'
import type { Role } from './roles.ts'

/** The permissions on assets that a business can grant. */
export const assetPermissions = [
  'ADMIN',
  'ANALYST',
  'FINANCE_MANAGER',
  'FINANCE_EDIT',
  'FINANCE_VIEW',
  'AUDIENCE_MANAGER',
  'CAMPAIGN_MANAGER',
  'CATALOGS_MANAGER',
  'CATALOGS_VIEWER',
  'PROFILE_PUBLISHER',
  'CONSUMER_USER',
] as const
/** One of `assetPermissions`. */
export type AssetPermission = (typeof assetPermissions)[number]

/** Which permissions a type of asset has. */
export interface AssetPermissions {
  readonly type: 'AD_ACCOUNT' | 'PROFILE' | 'ASSET_GROUP' | 'CATALOG'
  readonly permissions: readonly AssetPermission[]
  readonly evidence: Evidence
  readonly source: string
}

const ofAccounts = [
  'ADMIN',
  'ANALYST',
  'FINANCE_MANAGER',
  'FINANCE_EDIT',
  'FINANCE_VIEW',
  'AUDIENCE_MANAGER',
  'CAMPAIGN_MANAGER',
  'CATALOGS_MANAGER',
] as const satisfies readonly (AssetPermission & Role)[]

const source = 'S523 business_members_asset_access/update'

/** The permissions that can be granted by type of asset. */
export const permissionsByAsset: readonly AssetPermissions[] = [
  {
    type: 'AD_ACCOUNT',
    permissions: ofAccounts,
    evidence: 'documented',
    source: `${source}, that PROFILE_PUBLISHER is not among them; the rest is assumed`,
  },
  {
    type: 'PROFILE',
    permissions: ['PROFILE_PUBLISHER'],
    evidence: 'documented',
    source: `${source}; that there are no others is assumed`,
  },
  {
    type: 'CATALOG',
    permissions: ['CATALOGS_MANAGER', 'CATALOGS_VIEWER'],
    evidence: 'assumed',
    source: 'a decision of this project',
  },
  {
    type: 'ASSET_GROUP',
    permissions: [...ofAccounts, 'CATALOGS_VIEWER', 'PROFILE_PUBLISHER'],
    evidence: 'assumed',
    source: 'a decision of this project',
  },
]

/** Returns the permissions that can be granted on a type of asset. */
export const permissionsFor = (type: AssetPermissions['type']): readonly AssetPermission[] =>
  permissionsByAsset.find((one) => one.type === type)?.permissions ?? []

/** Returns those permissions that are roles in an ad account. */
export const accountPermissions = (permissions: readonly string[]): readonly Role[] =>
  ofAccounts.filter((role) => permissions.includes(role))

/** Which calls about a business a user may make, by the role in it. */
export interface BusinessAccess {
  readonly role: 'the business itself' | 'BIZ_ADMIN' | 'EMPLOYEE' | 'none'
  readonly may: string
  readonly evidence: Evidence
  readonly source: string
}

/** Who may call operations on a business. */
export const businessAccess: readonly BusinessAccess[] = [
  { role: 'the business itself', may: 'everything', evidence: 'assumed', source: 'a decision of this project' },
  { role: 'BIZ_ADMIN', may: 'everything', evidence: 'documented', source: 'S523 BusinessRoleResponse' },
  {
    role: 'EMPLOYEE',
    may: 'read the assets that are assigned to them (business_member_assets/get)',
    evidence: 'documented',
    source: 'S523 BusinessRoleResponse; that everything else is refused is assumed',
  },
  { role: 'none', may: 'nothing', evidence: 'assumed', source: 'a decision of this project' },
]

import type { Database } from '#db/database.ts'
import { type PageRange, rangesOf } from '#db/keyset.ts'
import { perDb } from '#db/statements.ts'
import { adAccountTable, ownedAdAccountIds } from '#server/resources/accounts/ad-accounts/repository.ts'
import { userTable } from '#server/resources/accounts/users/repository.ts'
import { catalogTable } from '#server/resources/catalogs/catalogs/repository.ts'
import type { StoredAssetType } from '../businesses/assets.ts'
import { type Grantee, type GrantRow, grantTable } from '../businesses/grants.ts'
import { assetGroupTable } from '../businesses/groups.ts'

/** Returns one page of the access that a business granted to a user, in the order in which it was granted. */
export const listGrantsTo = (
  db: Database,
  key: { readonly business_id: string; readonly user_id: string; readonly grantee: Grantee; readonly type: string },
  page: PageRange,
): readonly GrantRow[] =>
  grantTable.page(db, {
    columns: ['business_id', 'user_id', 'grantee', 'asset_type'],
    ranges: [[key.business_id, key.user_id, key.grantee, key.type]],
    ...page,
  })

/** Returns how much access a business granted to a user. */
export const countGrantsTo = (
  db: Database,
  { business_id, user_id, grantee, type }: Parameters<typeof listGrantsTo>[1],
): number => ids(db).granted.get(business_id, user_id, grantee, type) ?? 0

/** The filters of a list of those with access to an asset. */
export interface AssetUserFilter {
  readonly business_id: string
  readonly asset: string
  readonly grantee: Grantee
  /** Whether members are system users or people; partners are neither. */
  readonly fetch_system_users?: boolean
}

/** Returns one page of the access that a business granted on an asset to members or partners. */
export function listGrantsOn(
  db: Database,
  { business_id, asset, grantee, fetch_system_users = false }: AssetUserFilter,
  page: PageRange,
): readonly GrantRow[] {
  const members = grantee === 'MEMBER' ? ids(db).members.all(business_id, fetch_system_users ? 1 : 0) : undefined
  return grantTable.page(db, {
    columns: ['business_id', 'asset', 'grantee'],
    ranges: [[business_id, asset, grantee]],
    also: members === undefined ? [] : [['user_id', members]],
    ...page,
  })
}

const ids = perDb((db) => ({
  members: db
    .prepare<[string, 0 | 1], string>(
      'SELECT user_id FROM business_members WHERE business_id = ? AND is_system_user = ?',
    )
    .pluck(),
  granted: db
    .prepare<[string, string, Grantee, string], number>(
      `SELECT count(*) FROM business_asset_access
       WHERE business_id = ? AND user_id = ? AND grantee = ? AND asset_type = ?`,
    )
    .pluck(),
  catalogs: db.prepare<[string], string>('SELECT id FROM catalogs WHERE owner_id = ?').pluck(),
  groups: db.prepare<[string], string>('SELECT id FROM asset_groups WHERE business_id = ?').pluck(),
  received: db
    .prepare<[string], string>("SELECT asset FROM business_asset_access WHERE user_id = ? AND grantee = 'PARTNER'")
    .pluck(),
  inGroups: db
    .prepare<[string], string>(
      `SELECT member.asset FROM business_asset_access AS granted
       JOIN asset_group_assets AS member ON member.asset_group_id = granted.asset
       WHERE granted.user_id = ? AND granted.grantee = 'PARTNER'`,
    )
    .pluck(),
}))

/** Returns the ids of all assets that a business owns or that partners share with it. */
export function accessibleAssets(db: Database, businessId: string): readonly string[] {
  const { groups, catalogs, received, inGroups } = ids(db)
  const others = [groups, catalogs, received, inGroups].flatMap((statement) => statement.all(businessId))
  return [...new Set([businessId, ...ownedAdAccountIds(db, businessId), ...others])]
}

const tables = {
  AD_ACCOUNT: adAccountTable,
  PROFILE: userTable,
  ASSET_GROUP: assetGroupTable,
  CATALOG: catalogTable,
} as const

/** Returns one page of the assets of a type that have one of these ids, in the order of their creation. */
export const listAssets = (
  db: Database,
  type: StoredAssetType,
  assetIds: readonly string[],
  page: PageRange,
): readonly { readonly seq: number; readonly id: string }[] =>
  tables[type].page(db, { columns: ['id'], ranges: rangesOf(assetIds), select: 't.seq, t.id', ...page })

import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { rootTable } from '#db/table.ts'
import type { StoredAssetType } from './assets.ts'

/** The relationship of the user with access to the business that granted it. */
export type Grantee = 'MEMBER' | 'PARTNER'

/** What a business lets a member or partner do with an asset, as it is stored. */
export interface GrantRow {
  readonly seq: number
  readonly id: string
  readonly business_id: string
  readonly user_id: string
  readonly grantee: Grantee
  readonly asset_type: StoredAssetType
  readonly asset: string
  /** JSON of a list of permissions. */
  readonly permissions: string
  /** Unix milliseconds. */
  readonly created_time: number
}

/** The table of access to assets. */
export const grantTable = rootTable<GrantRow>('business_asset_access')

const statements = perDb((db) => ({
  find: db.prepare<[string, string, Grantee, string], GrantRow>(
    'SELECT * FROM business_asset_access WHERE business_id = ? AND user_id = ? AND grantee = ? AND asset = ?',
  ),
  all: db.prepare<[string, string, Grantee], GrantRow>(
    'SELECT * FROM business_asset_access WHERE business_id = ? AND user_id = ? AND grantee = ? ORDER BY seq',
  ),
  toAccount: db.prepare<[string, string, string], GrantRow>(
    `SELECT * FROM business_asset_access WHERE user_id = ? AND (asset = ? OR asset IN
     (SELECT asset_group_id FROM asset_group_assets WHERE asset = ?)) ORDER BY seq`,
  ),
  users: db
    .prepare<{ readonly account: string }, string>(
      `SELECT user_id FROM business_asset_access WHERE asset = @account OR asset IN
       (SELECT asset_group_id FROM asset_group_assets WHERE asset = @account)
       UNION SELECT user_id FROM ad_account_roles WHERE ad_account_id = @account AND granted_permissions IS NOT NULL`,
    )
    .pluck(),
  ofAsset: db.prepare<[string], GrantRow>('SELECT * FROM business_asset_access WHERE asset = ? ORDER BY seq'),
}))

/** The key of a grant: the business, the user with access, the relationship of the two, and the asset. */
export type GrantKey = Pick<GrantRow, 'business_id' | 'user_id' | 'grantee' | 'asset'>

/** Returns the access that a business granted to a user on an asset. */
export const findGrant = (db: Database, key: GrantKey): GrantRow | undefined =>
  statements(db).find.get(key.business_id, key.user_id, key.grantee, key.asset)

/** Returns all that a business granted to a member or partner, the oldest first. */
export const grantsTo = (db: Database, businessId: string, userId: string, grantee: Grantee): readonly GrantRow[] =>
  statements(db).all.all(businessId, userId, grantee)

/** Returns what any business granted to a user on an ad account, or on a group that it is in. */
export const grantsOnAccount = (db: Database, userId: string, accountId: string): readonly GrantRow[] =>
  statements(db).toAccount.all(userId, accountId, accountId)

/** Returns what any business granted on an asset. */
export const grantsOn = (db: Database, asset: string): readonly GrantRow[] => statements(db).ofAsset.all(asset)

/** Returns the ids of the users who have or had roles in an ad account through a business. */
export const usersThroughBusinesses = (db: Database, account: string): readonly string[] =>
  statements(db).users.all({ account })

import type { Database } from '#db/database.ts'
import { adAccountTable } from '#server/resources/accounts/ad-accounts/repository.ts'
import { userTable } from '#server/resources/accounts/users/repository.ts'
import { type CatalogRow, catalogTable } from '#server/resources/catalogs/catalogs/repository.ts'
import { assetGroupTable, assetsInGroup } from './groups.ts'

/** The kinds of assets that exist here: consumers are assets of the API, and not of this mock. */
export const storedAssetTypes = ['AD_ACCOUNT', 'PROFILE', 'ASSET_GROUP', 'CATALOG'] as const
/** One of `storedAssetTypes`. */
export type StoredAssetType = (typeof storedAssetTypes)[number]

/** What businesses give access to. */
export interface Asset {
  readonly id: string
  readonly type: StoredAssetType
  /** The id of the business that owns it. */
  readonly owner: string
}

/** Returns the catalog of this id, whichever business it belongs to. */
export const findCatalog = (db: Database, id: string): CatalogRow | undefined =>
  catalogTable.page<CatalogRow>(db, { columns: ['id'], ranges: [[id]], limit: 1 })[0]

/** Returns the asset of this id: an ad account, an asset group, a catalog, or the profile of a business. */
export function findAsset(db: Database, id: string): Asset | undefined {
  const account = adAccountTable.find(db, id)
  if (account !== undefined) return { id, type: 'AD_ACCOUNT', owner: account.owner_id }
  const group = assetGroupTable.find(db, id)
  if (group !== undefined) return { id, type: 'ASSET_GROUP', owner: group.business_id }
  const catalog = findCatalog(db, id)
  if (catalog !== undefined) return { id, type: 'CATALOG', owner: catalog.owner_id }
  return userTable.find(db, id) === undefined ? undefined : { id, type: 'PROFILE', owner: id }
}

/** Returns the ids of the ad accounts that access to an asset is about. */
export function adAccountsOf(db: Database, { id, type }: Pick<Asset, 'id' | 'type'>): readonly string[] {
  if (type === 'AD_ACCOUNT') return [id]
  return type === 'ASSET_GROUP' ? assetsInGroup(db, id, 'AD_ACCOUNT') : []
}

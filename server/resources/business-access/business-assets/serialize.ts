import type { Database } from '#db/database.ts'
import { findCatalog, type StoredAssetType } from '../businesses/assets.ts'
import type { GrantRow } from '../businesses/grants.ts'
import { assetGroupOf } from '../businesses/group-schema.ts'
import { assetGroupTable } from '../businesses/groups.ts'

/** Returns an asset of a business as JSON text. */
export const assetText = (db: Database, id: string, asset_type: StoredAssetType | undefined): string =>
  JSON.stringify({ ...groupInfo(db, id), asset_id: id, asset_type, ...catalogInfo(db, id) })

function catalogInfo(db: Database, id: string): object {
  const catalog = findCatalog(db, id)
  if (catalog === undefined) return {}
  const { name } = JSON.parse(catalog.json)
  return { catalog_info: { catalog_type: catalog.catalog_type, id, name: name ?? id } }
}

function groupInfo(db: Database, id: string): object {
  const group = assetGroupTable.find(db, id)
  return group === undefined ? {} : { asset_group_info: assetGroupOf(db, group) }
}

/** Returns an asset with the permissions on it as JSON text. */
export const grantedText = (db: Database, { asset, asset_type, permissions }: GrantRow): string =>
  JSON.stringify({ ...groupInfo(db, asset), asset_id: asset, asset_type, permissions: JSON.parse(permissions) })

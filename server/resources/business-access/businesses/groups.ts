import type { Database } from '#db/database.ts'
import { perDb } from '#db/statements.ts'
import { rootTable } from '#db/table.ts'

/** An asset group as it is stored: its JSON text lacks its assets. */
export interface AssetGroupRow {
  readonly seq: number
  readonly id: string
  readonly business_id: string
  readonly created_by_id: string
  readonly json: string
}

/** The kinds of assets that a group can have. */
export type GroupedType = 'AD_ACCOUNT' | 'PROFILE' | 'CATALOG'

/** The table of asset groups. */
export const assetGroupTable = rootTable<AssetGroupRow>('asset_groups')

const statements = perDb((db) => ({
  assets: db
    .prepare<[string, GroupedType], string>(
      'SELECT asset FROM asset_group_assets WHERE asset_group_id = ? AND asset_type = ? ORDER BY asset',
    )
    .pluck(),
  groups: db
    .prepare<[string], string>('SELECT asset_group_id FROM asset_group_assets WHERE asset = ? ORDER BY asset_group_id')
    .pluck(),
  add: db.prepare<[string, string, GroupedType]>('INSERT OR IGNORE INTO asset_group_assets VALUES (?, ?, ?)'),
  remove: db.prepare<[string, string]>('DELETE FROM asset_group_assets WHERE asset_group_id = ? AND asset = ?'),
}))

/** Returns the ids of a group's assets of one type. */
export const assetsInGroup = (db: Database, groupId: string, type: GroupedType): readonly string[] =>
  statements(db).assets.all(groupId, type)

/** Returns the ids of the groups that an asset is in. */
export const groupsWith = (db: Database, asset: string): readonly string[] => statements(db).groups.all(asset)

/** Adds an asset to a group. */
export const addToGroup = (db: Database, groupId: string, asset: string, type: GroupedType): void =>
  void statements(db).add.run(groupId, asset, type)

/** Removes an asset from a group. */
export const removeFromGroup = (db: Database, groupId: string, asset: string): void =>
  void statements(db).remove.run(groupId, asset)

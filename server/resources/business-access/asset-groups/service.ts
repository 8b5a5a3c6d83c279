import type { Database } from '#db/database.ts'
import { idOf } from '#server/domain/ids.ts'
import type { Outcome } from '#server/domain/rules/outcome.ts'
import type { World } from '#server/worlds/world.ts'
import { endAccess, refreshRoles } from '../businesses/access.ts'
import { adAccountsOf, findAsset } from '../businesses/assets.ts'
import { grantsOn } from '../businesses/grants.ts'
import type { StoredAssetGroup } from '../businesses/group-schema.ts'
import {
  type AssetGroupRow,
  addToGroup,
  assetGroupTable,
  type GroupedType,
  removeFromGroup,
} from '../businesses/groups.ts'
import { assetGroupIdRange } from './resource.ts'
import { assetGroupRules } from './rules.ts'
import type { AssetGroupCreate, ChangedGroup } from './schema.ts'

/** Creates an asset group without assets. */
export function createAssetGroup(
  { db, clock }: World,
  by: Pick<AssetGroupRow, 'business_id' | 'created_by_id'>,
  item: AssetGroupCreate,
): AssetGroupRow {
  const seq = assetGroupTable.nextSequence(db)
  const now = clock.milliseconds()
  const group: StoredAssetGroup = {
    id: idOf(assetGroupIdRange, seq),
    asset_group_name: item.asset_group_name,
    asset_group_description: item.asset_group_description,
    asset_group_types: item.asset_group_types,
    created_time: now,
    updated_time: now,
  }
  return assetGroupTable.insertEntity(db, group, { seq, ...by })
}

/** Changes an asset group of a business, unless a rule refuses it; roles follow its ad accounts. */
export function changeAssetGroup(world: World, businessId: string, item: ChangedGroup): Outcome<AssetGroupRow> {
  const { db, clock, rules } = world
  const row = ownGroup(db, businessId, item.asset_group_id)
  const added = (item.assets_to_add ?? []).map((id) => ({ id, type: groupedType(db, businessId, id) }))
  const unknown = added.filter(({ type }) => type === undefined).map(({ id }) => id)
  const facts = { operation: 'asset_group/update', isOwned: row !== undefined, unknown }
  const violations = rules.evaluate(assetGroupRules, facts)
  if (row === undefined || violations.length > 0) return { violations }
  const before = adAccountsOf(db, { id: row.id, type: 'ASSET_GROUP' })
  for (const { id, type } of added) if (type !== undefined) addToGroup(db, row.id, id, type)
  for (const id of item.assets_to_remove ?? []) removeFromGroup(db, row.id, id)
  refreshRoles(db, new Set([...before, ...adAccountsOf(db, { id: row.id, type: 'ASSET_GROUP' })]))
  const stored: StoredAssetGroup = JSON.parse(row.json)
  const changed: StoredAssetGroup = {
    ...stored,
    asset_group_name: item.name ?? stored.asset_group_name,
    asset_group_description: item.description ?? stored.asset_group_description,
    asset_group_types: item.asset_group_types ?? stored.asset_group_types,
    updated_time: clock.milliseconds(),
  }
  return { row: assetGroupTable.update(db, { ...row, json: JSON.stringify(changed) }) }
}

/** Deletes an asset group of a business, unless a rule refuses it; access to it ends. */
export function removeAssetGroup(world: World, businessId: string, id: string): Outcome<{ readonly id: string }> {
  const { db, rules } = world
  const row = ownGroup(db, businessId, id)
  const facts = { operation: 'asset_group/delete', isOwned: row !== undefined, unknown: [] }
  const violations = rules.evaluate(assetGroupRules, facts)
  if (row === undefined || violations.length > 0) return { violations }
  endAccess(world, grantsOn(db, id))
  assetGroupTable.remove(db, id)
  return { row: { id } }
}

function ownGroup(db: Database, businessId: string, id: string): AssetGroupRow | undefined {
  const row = assetGroupTable.find(db, id)
  return row?.business_id === businessId ? row : undefined
}

/** Returns the type of an asset that a group of the business can have. */
function groupedType(db: Database, businessId: string, id: string): GroupedType | undefined {
  const asset = findAsset(db, id)
  return asset === undefined || asset.owner !== businessId || asset.type === 'ASSET_GROUP' ? undefined : asset.type
}

import type { Database } from '#db/database.ts'
import { permissionsOn } from '../businesses/access.ts'
import { assetsInGroup, groupsWith } from '../businesses/groups.ts'
import { accessibleAssets } from './repository.ts'
import type { AssetListQuery } from './schema.ts'

/** Returns the ids of the assets of a business that a query is about. */
export function filteredAssets(
  db: Database,
  businessId: string,
  { permissions, child_asset_id, asset_group_id }: AssetListQuery,
): readonly string[] {
  const inGroup = asset_group_id && [
    ...assetsInGroup(db, asset_group_id, 'AD_ACCOUNT'),
    ...assetsInGroup(db, asset_group_id, 'PROFILE'),
    ...assetsInGroup(db, asset_group_id, 'CATALOG'),
  ]
  const around = child_asset_id === undefined ? undefined : groupsWith(db, child_asset_id)
  return accessibleAssets(db, businessId).filter(
    (id) =>
      (inGroup?.includes(id) ?? true) &&
      (around?.includes(id) ?? true) &&
      (permissions === undefined ||
        permissionsOn(db, businessId, id).some((one) => permissions.some((permission) => permission === one))),
  )
}

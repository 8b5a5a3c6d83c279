import { z } from 'zod'
import type { Database } from '#db/database.ts'
import { type AssetGroupRow, assetsInGroup } from './groups.ts'
import { ResponseId, UserSummary } from './schema.ts'
import { summaryOf } from './summaries.ts'

/** An asset group in a response. */
export const AssetGroupBinding = z
  .object({
    ad_accounts_ids: z.array(ResponseId).nullable(),
    asset_group_description: z.string().nullable(),
    asset_group_name: z.string().nullable(),
    asset_group_types: z.array(z.string()),
    catalogs_ids: z.array(ResponseId).nullable(),
    created_by: UserSummary.nullable(),
    created_time: z.int().nullable().meta({ description: 'Unix time in milliseconds.' }),
    id: ResponseId,
    owner: UserSummary.nullable(),
    profiles_ids: z.array(ResponseId).nullable(),
    updated_time: z.int().nullable().meta({ description: 'Unix time in milliseconds.' }),
  })
  .meta({ id: 'AssetGroupBinding', description: 'An asset group of a business.' })

/** An asset group as its JSON text has it. */
export type StoredAssetGroup = Pick<
  z.output<typeof AssetGroupBinding>,
  'id' | 'asset_group_description' | 'asset_group_name' | 'created_time' | 'updated_time' | 'asset_group_types'
>

/** Returns the asset group as responses have it. */
export function assetGroupOf(db: Database, row: AssetGroupRow): z.output<typeof AssetGroupBinding> {
  const { asset_group_description, asset_group_name, asset_group_types, created_time, updated_time }: StoredAssetGroup =
    JSON.parse(row.json)
  return {
    ad_accounts_ids: [...assetsInGroup(db, row.id, 'AD_ACCOUNT')],
    asset_group_description,
    asset_group_name,
    asset_group_types,
    catalogs_ids: [...assetsInGroup(db, row.id, 'CATALOG')],
    created_by: summaryOf(db, row.created_by_id),
    created_time,
    id: row.id,
    owner: summaryOf(db, row.business_id),
    profiles_ids: [...assetsInGroup(db, row.id, 'PROFILE')],
    updated_time,
  }
}

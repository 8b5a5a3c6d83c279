import { z } from 'zod'
import { idOf } from '#server/domain/ids.ts'
import { LongId, LongText } from '#server/http/schema/fields.ts'
import { AssetGroupBinding } from '../businesses/group-schema.ts'
import { ResponseId } from '../businesses/schema.ts'
import { assetGroupIdRange } from './resource.ts'

/** The types of asset groups, which have no effect. */
export const assetGroupTypes = ['BRAND', 'LOCATION_OR_LANGUAGE', 'PRODUCT_LINE', 'OTHER'] as const

const Types = z
  .array(z.enum(assetGroupTypes))
  .meta({ description: 'Types of the group, for reference only.', example: ['BRAND'] })

/** The request body of a creation. */
export const AssetGroupCreate = z
  .object({ asset_group_description: LongText, asset_group_name: LongText, asset_group_types: Types })
  .meta({
    id: 'AssetGroupCreate',
    description: 'Request to create an asset group.',
    example: {
      asset_group_name: 'Canada',
      asset_group_description: 'Ad accounts of Canada',
      asset_group_types: ['OTHER'],
    },
  })
export type AssetGroupCreate = z.output<typeof AssetGroupCreate>

/** The response to a creation. */
export const AssetGroupCreateReply = z.object({ asset_group: AssetGroupBinding })

const ChangedGroup = z.object({
  asset_group_id: LongText,
  asset_group_types: Types.optional(),
  assets_to_add: z
    .array(LongText)
    .optional()
    .meta({ description: 'Ids of ad accounts, catalogs and profiles to add.' }),
  assets_to_remove: z.array(LongText).optional().meta({ description: 'Ids of assets to remove.' }),
  description: LongText.optional(),
  name: LongText.optional(),
})
/** An asset group in the request body of an update. */
export type ChangedGroup = z.output<typeof ChangedGroup>

/** The request body of an update. */
export const AssetGroupsUpdate = z.object({ asset_groups_to_update: z.array(ChangedGroup).optional() }).meta({
  id: 'AssetGroupsUpdate',
  description: 'Request to change asset groups.',
  example: { asset_groups_to_update: [{ asset_group_id: idOf(assetGroupIdRange, 1), name: 'Canada' }] },
})

/** The reason for refusing one asset group. */
const AssetGroupException = z.object({ asset_group_id: z.string(), code: z.int(), message: z.string() })

const exceptions = z
  .array(AssetGroupException)
  .nullable()
  .meta({ description: 'Reasons for refusing asset groups, or null.' })

/** The response to an update. */
export const AssetGroupsUpdateReply = z.object({ exceptions, updated_asset_groups: z.array(AssetGroupBinding) })

/** The request body of a deletion. */
export const AssetGroupsDelete = z.object({ asset_groups_to_delete: z.array(LongId).min(1).max(50) }).meta({
  id: 'AssetGroupsDelete',
  description: 'Request to delete asset groups.',
  example: { asset_groups_to_delete: [idOf(assetGroupIdRange, 1)] },
})

/** The response to a deletion. */
export const AssetGroupsDeleteReply = z.object({ deleted_asset_groups: z.array(ResponseId), exceptions })

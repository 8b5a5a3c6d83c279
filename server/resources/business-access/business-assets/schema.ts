import { z } from 'zod'
import { assetPermissions } from '#server/domain/access/business-roles.ts'
import { pageOf, pageQuery } from '#server/http/responses/pagination.ts'
import { emptyAsAbsent, listOf } from '#server/http/schema/query-fields.ts'
import { AssetGroupBinding } from '../businesses/group-schema.ts'
import {
  BusinessId,
  BusinessPath,
  FetchSystemUsers,
  PartnerTypeField,
  PermissionList,
  ResponseId,
  StartIndex,
  UserSummary,
} from '../businesses/schema.ts'

/** The types of assets that lists are about. */
export const assetTypes = ['AD_ACCOUNT', 'PROFILE', 'ASSET_GROUP', 'CATALOG', 'CONSUMER'] as const

const AssetTypeFilter = emptyAsAbsent(z.enum(assetTypes).optional()).meta({
  description: 'Asset type to filter by. CONSUMER has none here.',
  'x-default': 'AD_ACCOUNT',
})

const IdFilter = emptyAsAbsent(BusinessId.optional())

const paged = { start_index: StartIndex, ...pageQuery }

/** The query parameters of a list of a business's assets. */
export const AssetListQuery = z.object({
  permissions: listOf(z.enum([...assetPermissions.filter((one) => one !== 'CONSUMER_USER'), 'OWNER'])).meta({
    description: 'Permissions of the business to filter by. The business is the OWNER of its own assets.',
  }),
  child_asset_id: IdFilter.meta({ description: 'Asset ID: asset groups that contain it.' }),
  asset_group_id: IdFilter.meta({ description: 'Asset group ID: assets in the group.' }),
  asset_type: AssetTypeFilter,
  ...paged,
})
export type AssetListQuery = z.output<typeof AssetListQuery>

/** The query parameters of a list of a member's assets. */
export const MemberAssetListQuery = z.object({ asset_type: AssetTypeFilter, ...paged })

/** The query parameters of a list of a partner's assets. */
export const PartnerAssetListQuery = z.object({
  partner_type: emptyAsAbsent(PartnerTypeField.optional()).meta({
    description: 'Owner of the assets: INTERNAL for the business, EXTERNAL for the partner.',
    'x-default': 'INTERNAL',
  }),
  asset_type: AssetTypeFilter,
  ...paged,
})

/** The query parameters of a list of an asset's members. */
export const AssetMembersQuery = z.object({
  fetch_system_users: FetchSystemUsers,
  ...paged,
})

/** The query parameters of a list of an asset's partners. */
export const AssetPartnersQuery = z.object(paged)

/** The path of an asset of a business. */
export const AssetPath = BusinessPath.extend({ asset_id: BusinessId })

/** The path of a member of a business. */
export const MemberPath = BusinessPath.extend({ member_id: BusinessId.meta({ description: 'User ID of the member.' }) })

/** The path of a partner of a business. */
export const PartnerPath = BusinessPath.extend({
  partner_id: BusinessId.meta({ description: 'Business ID of the partner.' }),
})

const asset = { asset_id: BusinessId, asset_type: z.string() }
const asset_group_info = AssetGroupBinding.nullable()
  .optional()
  .meta({ description: 'The asset group. Absent for assets of other types.' })

/** The response of a list of a business's assets. */
export const AssetPage = pageOf(
  z.object({
    ...asset,
    asset_group_info,
    catalog_info: z
      .object({ catalog_type: z.string(), id: ResponseId, name: z.string() })
      .nullable()
      .optional()
      .meta({ description: 'The catalog. Absent for assets of other types.' }),
  }),
).meta({ id: 'BusinessAssetPage' })

/** The response of lists of assets of members and partners. */
export const GrantedAssetPage = pageOf(z.object({ ...asset, asset_group_info, permissions: PermissionList })).meta({
  id: 'GrantedAssetPage',
})

/** The response of the list of assets of a member. */
export const MemberAssetPage = GrantedAssetPage.extend({
  total_data_count: z.int().meta({ description: 'Number of assets in the whole list.' }),
}).meta({ id: 'MemberAssetPage' })

/** The response of lists of an asset's members and partners. */
export const AssetUserPage = pageOf(z.object({ permissions: PermissionList, user: UserSummary })).meta({
  id: 'AssetUserPage',
})

const response = { asset_id: ResponseId, permissions: PermissionList }

/** The response to a change of members' access. */
export const MemberAccessReply = z.object({
  items: z.array(z.object({ response: z.object({ ...response, member_id: ResponseId }) })),
})

/** The response to the end of members' access. */
export const MemberAccessDeleteReply = z.object({
  items: z.array(z.object({ asset_id: ResponseId, member_id: ResponseId })),
})

/** The response to a change of partners' access. */
export const PartnerAccessReply = z.object({
  items: z.array(z.object({ ...response, asset_type: z.string(), partner_id: ResponseId })),
})

/** The response to the end of partners' access. */
export const PartnerAccessDeleteReply = z.object({
  items: z.array(
    z.object({ ...response, asset_type: z.string(), is_shared_partner: z.boolean(), partner_id: ResponseId }),
  ),
})

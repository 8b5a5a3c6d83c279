import { z } from 'zod'
import { assetPermissions } from '#server/domain/access/business-roles.ts'
import { queryInteger } from '#server/http/schema/query-fields.ts'
import { partnerTypes } from './partners.ts'

/** An id in the path of a call about a business. */
export const BusinessId = z.string().regex(/^\d+$/).min(1).max(20)

/** The business in the path. */
export const BusinessPath = z.object({
  business_id: BusinessId.meta({ description: 'Business ID: the id of its user.' }),
})

/** An id in a body of business access: of at most 25 digits. */
export const ReferredId = z.string().regex(/^\d+$/).max(25)

/** An id in a response of business access. */
export const ResponseId = z.string().regex(/^\d+$/)

/** A user or business in a response. */
export const UserSummary = z
  .object({
    email: z.string().nullable(),
    id: z.string().min(1).max(20).nullable(),
    username: z.string().nullable(),
  })
  .meta({ id: 'BusinessAccessUserSummary', description: 'A user or business. The email address is made up.' })
export type UserSummary = z.output<typeof UserSummary>

/** Permissions on an asset in a response. */
export const PermissionList = z.array(z.string()).meta({ description: 'Permissions on the asset.' })

/** Permissions on an asset in a request. */
export const RequestedPermissions = z
  .array(z.enum(assetPermissions))
  .min(1)
  .max(50)
  .meta({ description: 'Permissions on the asset, in place of those before.' })

/** Permissions by asset in a request. */
export const AssetPermissionMap = z
  .record(ResponseId, z.array(z.enum(assetPermissions)).min(1).max(50))
  .refine((assets) => Object.keys(assets).length > 0, { error: 'has no asset: at least 1' })
  .meta({ description: 'Permissions by the id of the asset.', minProperties: 1 })

const SummarizedAsset = z.object({ id: ResponseId, permissions: PermissionList })

/** The assets of a member, partner or invite in a response. */
export const AssetsSummary = z
  .object({ ad_accounts: z.array(SummarizedAsset), profiles: z.array(SummarizedAsset) })
  .meta({ id: 'BusinessAssetsSummary', description: 'Ad accounts and profiles with the permissions on them.' })

/** The kind of partner in a query or body. */
export const PartnerTypeField = z.enum(partnerTypes).meta({
  description:
    "INTERNAL: the partner's access to assets of the business. EXTERNAL: its own access to those of the partner.",
})

/** How many results a list skips. */
export const StartIndex = queryInteger('start_index', { min: 0, max: Number.MAX_SAFE_INTEGER, otherwise: 0 }).meta({
  description: 'Number of results to skip before the first page.',
})

/** A member, partner or employer in a response. */
export const BusinessRelationship = z
  .object({
    assets_summary: AssetsSummary.nullable(),
    business_roles: z.array(z.string()).meta({ description: 'EMPLOYEE, BIZ_ADMIN or PARTNER.' }),
    created_by_business: UserSummary.nullable(),
    created_by_user: UserSummary.nullable(),
    created_time: z.int().nullable().meta({ description: 'Unix time in milliseconds.' }),
    id: ResponseId,
    is_shared_partner: z.boolean().meta({ description: 'Whether the assets are those of the partner.' }),
    user: UserSummary.nullable(),
  })
  .meta({ id: 'UserBusinessRoleBinding', description: 'A member, partner or employer of a business.' })

import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { assetPermissions } from '#server/domain/access/business-roles.ts'
import { giveAccess } from './service.ts'

const Creation = z.object({ permissions: z.array(z.enum(assetPermissions)).min(1) })

/** The seed section of access to assets: an ad account, a profile, an asset group or a catalog, of a member or a partner. */
export const businessAssetAccessSeed = seedSection({
  name: 'business_asset_access',
  creation: Creation,
  shape: {
    business: aliasOf('users'),
    member: aliasOf('users').optional(),
    partner: aliasOf('users').optional(),
    ad_account: aliasOf('ad_accounts').optional(),
    profile: aliasOf('users').optional(),
    asset_group: aliasOf('asset_groups').optional(),
    catalog: aliasOf('catalogs').optional(),
  },
  create(
    { world, idNamed, parsed, refuse },
    { business, member, partner, ad_account, profile, asset_group, catalog, ...item },
  ) {
    const { permissions } = parsed(Creation, item)
    const assets = [
      ad_account && idNamed('ad_accounts', ad_account),
      profile && idNamed('users', profile),
      asset_group && idNamed('asset_groups', asset_group),
      catalog && idNamed('catalogs', catalog),
    ].filter((id) => id !== undefined)
    const [asset = refuse('needs ad_account, profile, asset_group or catalog')] = assets
    if (assets.length > 1) refuse('takes one of ad_account, profile, asset_group and catalog')
    if ((member === undefined) === (partner === undefined)) refuse('needs member or partner, and takes one of them')
    const user_id = idNamed('users', member ?? partner ?? '')
    const key = { business_id: idNamed('users', business), user_id, asset, permissions }
    const [operation, grantee] =
      partner === undefined
        ? (['business_members_asset_access/update', 'MEMBER'] as const)
        : (['update_partner_asset_access_handler_impl', 'PARTNER'] as const)
    const [row = refuse('cannot be given')] = giveAccess(world, operation, [{ ...key, grantee }])
    return { id: row.id }
  },
})

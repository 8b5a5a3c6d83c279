import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { AssetGroupCreate } from './schema.ts'
import { changeAssetGroup, createAssetGroup } from './service.ts'

/** The seed section of asset groups, each with ad accounts and catalogs of its business. */
export const assetGroupSeed = seedSection({
  name: 'asset_groups',
  creation: AssetGroupCreate,
  shape: {
    business: aliasOf('users'),
    ad_accounts: z.array(aliasOf('ad_accounts')).default([]),
    catalogs: z.array(aliasOf('catalogs')).default([]),
  },
  create({ world, idNamed, parsed, stored }, { business, ad_accounts, catalogs, ...item }) {
    const business_id = idNamed('users', business)
    const by = { business_id, created_by_id: business_id }
    const { id } = createAssetGroup(world, by, parsed(AssetGroupCreate, item))
    const assets_to_add = [
      ...ad_accounts.map((alias) => idNamed('ad_accounts', alias)),
      ...catalogs.map((alias) => idNamed('catalogs', alias)),
    ]
    stored(changeAssetGroup(world, business_id, { asset_group_id: id, assets_to_add }))
    return { id }
  },
})

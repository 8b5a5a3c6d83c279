import type { Owner } from '#server/collections/owner.ts'
import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import { requireAdAccount } from './service.ts'

/** The owner of collections below `/ad_accounts/{ad_account_id}`. */
export const adAccountOwner: Owner<AdAccountContext, { readonly ad_account_id: string }> = {
  path: AdAccountPath,
  names: ({ params }) => params as { ad_account_id: string },
  of: ({ params, world }) => requireAdAccount(world, (params as { ad_account_id: string }).ad_account_id),
}

import { z } from 'zod'
import type { Owned, Owner } from '#server/collections/owner.ts'
import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { AdAccountPath, actorQuery } from '#server/http/schema/fields.ts'
import { type ActorRequest, actorOf, requireAdAccount } from './service.ts'

/** The owner of collections below `/ad_accounts/{ad_account_id}`. */
export const adAccountOwner: Owner<AdAccountContext, { readonly ad_account_id: string }> = {
  path: AdAccountPath,
  names: ({ params }) => params as { ad_account_id: string },
  of: ({ params, world }) => requireAdAccount(world, (params as { ad_account_id: string }).ad_account_id),
}

/** The owner of a user's collections: the caller, or the owner of the ad account that the call acts for. */
export const userOwner: Owner<Owned, { readonly ownerId: string }> = {
  query: z.object(actorQuery),
  names: (request) => ({ ownerId: actorOf(request as ActorRequest) }),
  of: (request) => ({ id: actorOf(request as ActorRequest) }),
}

/** The owner of a user's collections whose operations act for no ad account: the caller. */
export const callerOwner: Owner<Owned, { readonly ownerId: string }> = {
  names: ({ caller }) => ({ ownerId: caller.userId }),
  of: ({ caller }) => ({ id: caller.userId }),
}

import type { FastifyRequest } from 'fastify'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { adAccountTable } from '#server/resources/accounts/ad-accounts/repository.ts'
import { permissionsOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { hasCatalog } from '../catalogs/repository.ts'
import { productGroupErrors } from './resource.ts'

/**
 * Refuses a call of a business without catalogs, whatever its parameters and its body are. A call that names an ad account
 * which the caller has no role in is left to the checks after it.
 */
export function needsCatalog(request: FastifyRequest): void {
  const ownerId = businessOf(request)
  if (ownerId === undefined || hasCatalog(request.world.readable, ownerId)) return
  throw new ApiError(productGroupErrors['product_group.no-catalog'])
}

function businessOf({ world, caller, query }: FastifyRequest): string | undefined {
  const { ad_account_id } = query as { readonly ad_account_id?: unknown }
  if (ad_account_id === undefined) return caller.userId
  if (typeof ad_account_id !== 'string') return undefined
  const roles = permissionsOf(world, caller.userId, ad_account_id)
  return roles === undefined || roles.length === 0
    ? undefined
    : adAccountTable.find(world.readable, ad_account_id)?.owner_id
}

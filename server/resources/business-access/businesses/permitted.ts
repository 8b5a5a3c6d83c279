import type { Database } from '#db/database.ts'
import type { Caller } from '#server/domain/access/tokens.ts'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { userTable } from '#server/resources/accounts/users/repository.ts'
import { profiled } from '#server/resources/accounts/users/service.ts'
import type { World } from '#server/worlds/world.ts'
import { hierarchyOf } from './hierarchy.ts'
import { findMember } from './members.ts'
import { businessErrors } from './resource.ts'

/** A call about a business: the business, and the user who calls. */
export interface BusinessCall {
  readonly world: World
  readonly caller: Caller
  readonly operation: { readonly id: string } | null
}

/** Tells whether the user is a business: one whose account has this type. */
export function isBusiness(db: Database, userId: string): boolean {
  const user = userTable.find(db, userId)
  return user !== undefined && profiled(user).account_type === 'BUSINESS'
}

/** Tells whether a user may act for a business: it is the business, or one above it, or the BIZ_ADMIN of either. */
export const actsFor = (db: Database, userId: string, businessId: string): boolean =>
  [businessId, hierarchyOf(db, businessId)].some(
    (id) => userId === id || findMember(db, id, userId)?.business_role === 'BIZ_ADMIN',
  )

/**
 * Throws 403 where the caller may not make a call about a business.
 *
 * @param about The user that the call is about: who may always be the caller.
 */
export function assertActsFor(
  { world: { readable: db, name }, caller: { userId }, operation }: BusinessCall,
  businessId: string,
  about?: string,
): void {
  if (!isBusiness(db, businessId)) {
    const explanation = `The world '${name}' has no business ${businessId}.`
    const passes = 'The id of a user whose account_type is BUSINESS: the id of the caller, for one.'
    throw new ApiError(businessErrors['business.access'], { explanation, passes })
  }
  if (actsFor(db, userId, businessId)) return
  const role = findMember(db, businessId, userId)?.business_role
  if (role !== undefined && about === userId) return
  const explanation = `The user ${userId} is ${role ?? 'no member'} in the business ${businessId}, and may not call ${operation?.id}.`
  const passes = `The token of ${businessId} itself, or of a member who is BIZ_ADMIN there.`
  throw new ApiError(businessErrors['business.access'], { explanation, passes })
}

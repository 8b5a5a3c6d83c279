import { ApiError } from '../errors/api-errors.ts'
import { type OperationOfRoles, readersOf, writersOf } from './permitted-roles.ts'
import type { Role } from './roles.ts'

/** A call of a user whose roles in an ad account do not allow it. */
interface UnpermittedCall {
  readonly userId: string
  readonly adAccountId: string
  /** The user's roles there; none where the user has none. */
  readonly permissions: readonly Role[]
  readonly operation: OperationOfRoles
  /** Whether the operation changes something. */
  readonly isWrite: boolean
}

/** Returns the error for a call that the caller's roles in an ad account do not allow. */
export function missingRole({ userId, adAccountId, permissions, operation, isWrite }: UnpermittedCall): ApiError {
  if (permissions.length === 0) {
    return new ApiError('ad_account.access', {
      explanation: `The user ${userId} has no role in the ad account ${adAccountId}.`,
      passes: `The token of a user who has a role in ${adAccountId}, or an ad account that GET /v5/ad_accounts lists.`,
    })
  }
  const allowed = isWrite ? writersOf(operation.tag) : (readersOf(operation) ?? [])
  return new ApiError('ad_account.access', {
    explanation: `The user ${userId} is ${permissions.join(' and ')} in the ad account ${adAccountId}, which may not call ${operation.id}.`,
    passes: `The token of a user who is ${allowed.join(' or ')} in ${adAccountId}.`,
  })
}

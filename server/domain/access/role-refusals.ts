import { ApiError } from '../errors/api-errors.ts'
import { type Role, writersOf } from './roles.ts'

/** A call of a user whose roles in an ad account do not allow it. */
interface UnpermittedCall {
  readonly userId: string
  readonly adAccountId: string
  /** The user's roles there; none where the user has none. */
  readonly permissions: readonly Role[]
  readonly operation: { readonly id: string; readonly tag: string }
}

/** Returns the error for a call that the caller's roles in an ad account do not allow. */
export function missingRole({ userId, adAccountId, permissions, operation: { id, tag } }: UnpermittedCall): ApiError {
  if (permissions.length === 0) {
    return new ApiError('ad_account.access', {
      explanation: `The user ${userId} has no role in the ad account ${adAccountId}.`,
      passes: `The token of a user who has a role in ${adAccountId}, or an ad account that GET /v5/ad_accounts lists.`,
    })
  }
  return new ApiError('ad_account.access', {
    explanation: `The user ${userId} is ${permissions.join(' and ')} in the ad account ${adAccountId}, which may not call ${id}.`,
    passes: `The token of a user who is ${writersOf(tag).join(' or ')} in ${adAccountId}.`,
  })
}

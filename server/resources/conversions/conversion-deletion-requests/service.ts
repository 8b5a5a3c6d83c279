import { createHash } from 'node:crypto'
import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { idOf } from '#server/domain/ids.ts'
import type { World } from '#server/worlds/world.ts'
import { type DeletionRequestRow, deletionRequestTable } from './repository.ts'
import { deletionRequestIdRange } from './resource.ts'
import { deletionRequestRules } from './rules.ts'
import type { DeletionRequestCreate } from './schema.ts'
import { deletionStatus } from './serialize.ts'

/** Seconds for which a request is pending (F5); that the events are deleted then, and not later, is assumed. */
export const pendingSeconds = 72 * 3600

const hashed = (email: string): string => createHash('sha256').update(email.trim().toLowerCase()).digest('hex')

/** Creates a request for deletion in the account; throws when a rule refuses it. */
export function createDeletionRequest(
  { db, rules, clock }: World,
  { id: ad_account_id }: AdAccountContext,
  { deletion_targets: targets }: DeletionRequestCreate,
): DeletionRequestRow {
  rules.assert(deletionRequestRules, { operation: 'conversion_deletion_request/create', targets })
  const seq = deletionRequestTable.nextSequence(db)
  const created = clock.seconds()
  return deletionRequestTable.insert(db, {
    seq,
    id: idOf(deletionRequestIdRange, seq),
    ad_account_id,
    created,
    due: created + pendingSeconds,
    cancelled: null,
    emails: (targets.user_emails ?? []).map(hashed).join(' '),
    clicks: (targets.epiks ?? []).join(' '),
  })
}

/** Cancels a request for deletion; throws when it is not pending. */
export function cancelDeletionRequest({ db, rules, clock }: World, row: DeletionRequestRow): void {
  const now = clock.seconds()
  const status = deletionStatus(row, now)
  rules.assert(deletionRequestRules, { operation: 'conversion_deletion_request/delete', status })
  deletionRequestTable.update(db, { ...row, cancelled: now })
}

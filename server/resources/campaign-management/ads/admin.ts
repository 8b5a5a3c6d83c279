import { z } from 'zod'
import { EditError, editableEntity, editedRow, editedStatus, startOfState } from '#server/contracts/editable-entity.ts'
import {
  type RejectionReason,
  type ReviewState,
  rejectionReasons,
  reviewLifecycle,
  reviewStates,
} from '#server/domain/ads/review.ts'
import { isDraft } from '#server/domain/ads/status.ts'
import { EntityStatus, UnixTime } from '#server/http/schema/fields.ts'
import { requireAdAccount, viewpointOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { keepPast } from '#server/resources/accounts/delivery-history/repository.ts'
import { progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { type AdRow, adTable } from './repository.ts'
import { adText } from './serialize.ts'
import { pastOf } from './service.ts'

/**
 * Direct edits of ads: the state and outcome of the review, the status, unless it is a draft, and the times of creation
 * and update.
 */
export const adKind = editableEntity({
  name: 'ads',
  change: {
    review: z.enum(reviewStates).optional().meta({ description: 'What its review is to have come to, now.' }),
    rejected_reasons: z
      .array(z.enum(rejectionReasons))
      .optional()
      .meta({ description: 'What its review finds; none approve it. OTHER when REJECTED is given without.' }),
    status: EntityStatus.optional(),
    created_time: UnixTime.optional(),
    updated_time: UnixTime.optional(),
  },
  edit(world: World, row: AdRow, { review, rejected_reasons, ...change }) {
    const status = editedStatus(row.status, change.status)
    if (review !== undefined && isDraft(status)) throw new EditError('review', 'a draft is not reviewed')
    const reasons = reasonsFor(review, rejected_reasons, JSON.parse(row.rejected_reasons))
    const now = world.clock.seconds()
    const submitted_at = review === undefined ? row.submitted_at : reviewStartFor(world, row, review)
    const after = {
      ...editedRow(row, { ...change, status }),
      submitted_at: isDraft(status) ? null : submitted_at,
      rejected_reasons: JSON.stringify(reasons),
    }
    keepPast(world.db, pastOf(row), { ...JSON.parse(row.json), ...row }, { ...JSON.parse(after.json), ...after }, now)
    adTable.update(world.db, after)
    const changed = adTable.find(world.db, row.ad_account_id, row.id)
    if (changed === undefined) throw new Error(`Ad ${row.id} is in no ad group`)
    const viewpoint = viewpointOf(world, requireAdAccount(world, row.ad_account_id))
    return adText(changed, { ...viewpoint, reviews: progressOf(world, 'ads') })
  },
})

function reviewStartFor(world: World, { id }: AdRow, state: ReviewState): number {
  const lifecycle = reviewLifecycle(state === 'REJECTED' ? ['OTHER'] : [])
  return startOfState(world, 'ads', lifecycle, { id, field: 'review', state }) ?? world.clock.seconds()
}

function reasonsFor(
  review: ReviewState | undefined,
  sent: readonly RejectionReason[] | undefined,
  before: readonly RejectionReason[],
): readonly RejectionReason[] {
  if (review === 'APPROVED' && sent !== undefined && sent.length > 0) {
    throw new EditError('rejected_reasons', 'an ad that is APPROVED has none')
  }
  if (review === 'APPROVED') return []
  if (review === 'REJECTED' && sent?.length === 0) {
    throw new EditError('rejected_reasons', 'an ad that is REJECTED has one at least')
  }
  const reasons = sent ?? before
  return review === 'REJECTED' && reasons.length === 0 ? ['OTHER'] : reasons
}

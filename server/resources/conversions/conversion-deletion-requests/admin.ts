import { z } from 'zod'
import { editableEntity } from '#server/contracts/editable-entity.ts'
import { UnixTime } from '#server/http/schema/fields.ts'
import type { World } from '#server/worlds/world.ts'
import { type DeletionRequestRow, deletionRequestTable } from './repository.ts'
import { deletionStatuses } from './schema.ts'
import { deletionRequestText, deletionStatus } from './serialize.ts'
import { pendingSeconds } from './service.ts'

/** Direct edits of requests for deletion: the status, which begins now, and the time of creation. */
export const deletionRequestKind = editableEntity({
  name: 'conversion_deletion_requests',
  change: { status: z.enum(deletionStatuses).optional(), created_time: UnixTime.optional() },
  edit({ db, clock }: World, row: DeletionRequestRow, { status, created_time }) {
    const now = clock.seconds()
    const states = {
      PENDING: { due: now + pendingSeconds, cancelled: null },
      SUBMITTED: { due: now, cancelled: null },
      CANCELLED: { due: row.due, cancelled: now },
    } as const
    const isChanged = status !== undefined && status !== deletionStatus(row, now)
    const after = { ...row, ...(isChanged && states[status]), created: created_time ?? row.created }
    return deletionRequestText(deletionRequestTable.update(db, after), now)
  },
})

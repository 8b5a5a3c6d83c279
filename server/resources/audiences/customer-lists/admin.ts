import { z } from 'zod'
import { EditError, editableEntity, editedRow } from '#server/contracts/editable-entity.ts'
import { UnixTime } from '#server/http/schema/fields.ts'
import type { World } from '#server/worlds/world.ts'
import { type CustomerListRow, customerListTable } from './repository.ts'
import { customerListText, listBegunFor } from './serialize.ts'

/** Customer lists: how many people are in one, and how far the matching is, now. */
export const customerListKind = editableEntity({
  name: 'customer_lists',
  change: {
    members: z
      .int()
      .min(0)
      .optional()
      .meta({ description: 'How many people are in it, whatever its records; 100 make it READY.' }),
    status: z.enum(['PROCESSING', 'READY', 'TOO_SMALL']).optional(),
    created_time: UnixTime.optional(),
  },
  edit({ db, clock }: World, row: CustomerListRow, { members = row.members, status, ...change }) {
    const now = clock.seconds()
    const updated_time = status === undefined ? row.updated_time : listBegunFor(status, members, now)
    if (updated_time === undefined) throw new EditError('status', `a list of ${members} is not ${status}: give members`)
    const changed = customerListTable.update(db, { ...editedRow(row, { ...change, updated_time }), members })
    return customerListText(changed, now)
  },
})

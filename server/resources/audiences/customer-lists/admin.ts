import { z } from 'zod'
import { EditError, editableEntity, editedRow, startOfState } from '#server/contracts/editable-entity.ts'
import { UnixTime } from '#server/http/schema/fields.ts'
import { progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { type CustomerListRow, customerListTable } from './repository.ts'
import { customerListText, matchingLifecycle } from './serialize.ts'

/** Direct edits of customer lists: the number of members and the current status of matching. */
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
  edit(world: World, row: CustomerListRow, { members = row.members, status, ...change }) {
    const updated_time =
      status === undefined
        ? row.updated_time
        : startOfState(world, 'customer_lists', matchingLifecycle(members), {
            id: row.id,
            field: 'status',
            state: status,
          })
    if (updated_time === undefined) throw new EditError('status', `a list of ${members} is not ${status}: give members`)
    const changed = customerListTable.update(world.db, { ...editedRow(row, { ...change, updated_time }), members })
    return customerListText(changed, progressOf(world, 'customer_lists'))
  },
})

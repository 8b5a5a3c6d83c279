import { z } from 'zod'
import { EditError, editableEntity, editedRow, startOfState } from '#server/contracts/editable-entity.ts'
import { UnixTime } from '#server/http/schema/fields.ts'
import { companyOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { type AudienceRow, audienceTable } from './repository.ts'
import { audienceStatuses } from './schema.ts'
import { audienceLifecycle, readAudienceText } from './serialize.ts'

/** Direct edits of audiences: size and current status. */
export const audienceKind = editableEntity({
  name: 'audiences',
  change: {
    size: z.int().min(0).optional().meta({ description: 'How many people are in it; 100 make it READY.' }),
    status: z.enum(audienceStatuses).optional(),
    created_timestamp: UnixTime.optional(),
    updated_timestamp: UnixTime.optional(),
  },
  edit(world: World, row: AudienceRow, { size, status, ...change }) {
    const { db } = world
    const members = audienceTable.find(db, row.ad_account_id, row.id)?.members ?? null
    if (size !== undefined && members !== null) {
      throw new EditError('size', `its customer list ${row.customer_list_id} has its people: give that members`)
    }
    const people = members ?? size ?? row.people
    const filled_since =
      status === undefined
        ? row.filled_since
        : startOfState(world, 'audiences', audienceLifecycle(people), { id: row.id, field: 'status', state: status })
    if (filled_since === undefined) throw new EditError('status', `an audience of ${people} is not ${status}`)
    const changed = audienceTable.update(db, { ...editedRow(row, change), people: size ?? row.people, filled_since })
    return readAudienceText(
      { ...changed, members },
      companyOf(world, row.ad_account_id),
      progressOf(world, 'audiences'),
    )
  },
})

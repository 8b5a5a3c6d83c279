import { z } from 'zod'
import { editableEntity } from '#server/contracts/editable-entity.ts'
import { UnixTime } from '#server/http/schema/fields.ts'
import type { World } from '#server/worlds/world.ts'
import type { ScheduleRow } from './repository.ts'
import { type StoredSchedule, storedStatuses } from './schema.ts'
import { scheduleText } from './serialize.ts'
import { storeSchedule } from './service.ts'

/** Direct edits of schedules: the status, which the API does not set to FAILED, and the times. */
export const scheduleKind = editableEntity({
  name: 'schedules',
  change: {
    schedule_status: z.enum(storedStatuses).optional(),
    start_timestamp: UnixTime.optional(),
    end_timestamp: UnixTime.optional(),
  },
  edit(world: World, row: ScheduleRow, change) {
    const before: StoredSchedule = JSON.parse(row.json)
    const {
      schedule_status = before.schedule_status,
      start_timestamp = before.start_timestamp,
      end_timestamp = before.end_timestamp,
    } = change
    const after = storeSchedule(world, row, { ...before, schedule_status, start_timestamp, end_timestamp })
    return scheduleText(after, world.clock.seconds())
  },
})

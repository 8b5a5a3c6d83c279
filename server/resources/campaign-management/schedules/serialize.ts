import { statusAt } from './entity.ts'
import type { ScheduleRow } from './repository.ts'
import type { StoredSchedule } from './schema.ts'

/** Returns the schedule as JSON text, with the status that it has at a moment in Unix seconds. */
export function scheduleText({ json }: ScheduleRow, now: number): string {
  const stored: StoredSchedule = JSON.parse(json)
  const { id, ad_account_id: _account, ...fields } = stored
  const sent = Object.entries({ ...fields, schedule_status: statusAt(stored, now) }).filter(
    ([, value]) => value !== null,
  )
  return JSON.stringify({ schedule_id: id, ...Object.fromEntries(sent) })
}

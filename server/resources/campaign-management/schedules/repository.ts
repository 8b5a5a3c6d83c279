import type { Database } from '#db/database.ts'
import type { PageRange } from '#db/keyset.ts'
import { accountTable } from '#db/table.ts'
import type { StoredSchedule } from './schema.ts'

/** A schedule as it is stored: the columns that queries use, and the JSON text. */
export interface ScheduleRow {
  readonly seq: number
  readonly id: string
  readonly ad_account_id: string
  readonly entity_id: string
  readonly schedule_status: StoredSchedule['schedule_status']
  readonly start_timestamp: number | null
  readonly end_timestamp: number | null
  readonly json: string
}

/** The table of schedules. */
export const scheduleTable = accountTable<ScheduleRow>('schedules')

/** The schedules of a list. */
export interface ScheduleFilter {
  readonly ad_account_id: string
  readonly entity_ids: readonly string[]
  readonly descending: boolean
}

const rowsAtOnce = 250

/**
 * Returns the next schedules of some entities, in the order of their ids, that a condition holds of: that of the clock
 * is none of a table.
 */
export function listSchedules(
  db: Database,
  { ad_account_id, entity_ids, descending }: ScheduleFilter,
  { after, limit }: PageRange,
  counts: (row: ScheduleRow) => boolean,
): readonly ScheduleRow[] {
  const ranges = [...new Set(entity_ids)].map((id) => [id, ad_account_id])
  const found: ScheduleRow[] = []
  for (let last = after; ; ) {
    const rows = scheduleTable.page(db, {
      columns: ['entity_id', 'ad_account_id'],
      ranges,
      descending,
      after: last,
      limit: rowsAtOnce,
    })
    for (const row of rows) {
      if (found.length === limit) return found
      if (counts(row)) found.push(row)
    }
    if (rows.length < rowsAtOnce) return found
    last = rows.at(-1)?.seq
  }
}

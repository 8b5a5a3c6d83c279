import { z } from 'zod'
import { editableEntity, startOfState } from '#server/contracts/editable-entity.ts'
import { UnixTime } from '#server/http/schema/fields.ts'
import { progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { type ReportRow, reportTable, reportWithToken } from './repository.ts'
import { reportLasts, reportLifecycle, reportState } from './state.ts'

const editableStatuses = ['IN_PROGRESS', 'FINISHED', 'EXPIRED', 'FAILED', 'CANCELLED'] as const

/**
 * Direct edits of reports, by their token: the state, and when they were created. A report proceeds from its state with
 * the world's clock, unless it has failed or was cancelled.
 */
export const reportKind = editableEntity({
  name: 'reports',
  find: reportWithToken,
  change: { report_status: z.enum(editableStatuses).optional(), created_time: UnixTime.optional() },
  edit(world: World, row: ReportRow, { report_status, created_time = row.created_time }) {
    const dated = { ...row, created_time }
    const changed = reportTable.update(world.db, {
      ...dated,
      ...(report_status !== undefined && timesOf(world, dated, report_status)),
    })
    const { status, finished_time } = reportState(changed, progressOf(world, 'reports'), world)
    const { id, token, ad_account_id } = changed
    return JSON.stringify({
      id,
      token,
      ad_account_id,
      report_status: status,
      created_time: changed.created_time,
      finished_time,
    })
  },
})

/** Returns what a report has to be in a state now. */
function timesOf(
  world: World,
  row: ReportRow,
  status: (typeof editableStatuses)[number],
): Pick<ReportRow, 'created_time' | 'finished_time' | 'held'> {
  const now = world.clock.seconds()
  const { created_time } = row
  if (status === 'FAILED' || status === 'CANCELLED') return { created_time, finished_time: null, held: status }
  if (status === 'FINISHED') return { created_time, finished_time: now, held: null }
  if (status === 'EXPIRED') return { created_time, finished_time: now - reportLasts, held: null }
  const edited = { id: row.id, field: 'report_status', state: status }
  const start = startOfState(world, 'reports', reportLifecycle, edited) ?? now
  return { created_time: start, finished_time: null, held: null }
}

import { z } from 'zod'
import { editableEntity, startOfState } from '#server/contracts/editable-entity.ts'
import { UnixTime } from '#server/http/schema/fields.ts'
import { progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { type LeadsExportRow, leadsExportTable } from './repository.ts'
import { leadsExportStatuses } from './schema.ts'
import { leadsExportLifecycle, leadsExportStatus } from './service.ts'

/**
 * Direct edits of exports of leads: the state, and when they were created. An export proceeds from its state with the
 * world's clock, unless it has failed.
 */
export const leadsExportKind = editableEntity({
  name: 'leads_export',
  change: { export_status: z.enum(leadsExportStatuses).optional(), created_time: UnixTime.optional() },
  edit(world: World, row: LeadsExportRow, { export_status, created_time = row.created_time }) {
    const dated = { ...row, created_time }
    const changed = leadsExportTable.update(world.db, {
      ...dated,
      ...(export_status !== undefined && stateOf(world, dated, export_status)),
    })
    const { held: _, seq: __, ...shown } = changed
    return JSON.stringify({ ...shown, export_status: leadsExportStatus(changed, progressOf(world, 'leads_export')) })
  },
})

function stateOf(
  world: World,
  { id, created_time }: LeadsExportRow,
  state: (typeof leadsExportStatuses)[number],
): Pick<LeadsExportRow, 'created_time' | 'held'> {
  if (state === 'FAILED') return { created_time, held: state }
  const edited = { id, field: 'export_status', state }
  return {
    created_time: startOfState(world, 'leads_export', leadsExportLifecycle, edited) ?? world.clock.seconds(),
    held: null,
  }
}

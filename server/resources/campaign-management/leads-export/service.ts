import { idOf } from '#server/domain/ids.ts'
import type { Lifecycle } from '#server/domain/time/lifecycle.ts'
import type { Progress } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { adTable } from '../ads/repository.ts'
import { type LeadsExportRow, leadsExportTable } from './repository.ts'
import { leadsExportIdRange } from './resource.ts'
import { leadsExportRules } from './rules.ts'
import type { LeadsExportCreate, leadsExportStatuses } from './schema.ts'

/** The seconds that an export takes: as reports do. */
const exportTakes = 10

/** The lifecycle of an export. */
export const leadsExportLifecycle: Lifecycle<'IN_PROGRESS' | 'FINISHED'> = [
  [0, 'IN_PROGRESS'],
  [exportTakes, 'FINISHED'],
]

/** Begins an export of the leads of an ad; throws where a rule refuses it. */
export function createLeadsExport(
  { db, rules, clock }: World,
  { id: ad_account_id }: { readonly id: string },
  item: LeadsExportCreate,
): LeadsExportRow {
  rules.assert(leadsExportRules, { ...item, adExists: adTable.find(db, ad_account_id, item.ad_id) !== undefined })
  const seq = leadsExportTable.nextSequence(db)
  return leadsExportTable.insert<LeadsExportRow>(db, {
    seq,
    id: idOf(leadsExportIdRange, seq),
    ad_account_id,
    ad_id: item.ad_id,
    start_date: item.start_date,
    end_date: item.end_date,
    created_time: clock.seconds(),
    held: null,
  })
}

/** Returns the state of an export. */
export const leadsExportStatus = (
  { id, created_time, held }: LeadsExportRow,
  progress: Progress,
): (typeof leadsExportStatuses)[number] => held ?? progress.stateOf(leadsExportLifecycle, created_time, id)

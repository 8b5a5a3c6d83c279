import { z } from 'zod'
import { EditError, editableEntity } from '#server/contracts/editable-entity.ts'
import { Id } from '#server/http/schema/fields.ts'
import type { World } from '#server/worlds/world.ts'
import { campaignTable } from '../campaigns/repository.ts'
import { applyLabel, campaignsOf, type LabelRow, labelTable, removeLabel } from './repository.ts'
import { labelStatuses } from './schema.ts'
import { labelOf } from './serialize.ts'

/**
 * Direct edits of labels: any status, and any campaigns of the ad account, without the limit of labels for each
 * campaign.
 */
export const labelKind = editableEntity({
  name: 'labels',
  change: {
    status: z.enum(labelStatuses).optional(),
    campaigns: z.array(Id).optional().meta({ description: 'The ids of all campaigns that it is applied to.' }),
  },
  edit({ db }: World, row: LabelRow, { status = row.status, campaigns }) {
    const changed = labelTable.update(db, { ...row, status })
    if (campaigns !== undefined) {
      for (const id of campaignsOf(db, row.id)) removeLabel(db, row.id, id)
      for (const [index, id] of [...new Set(campaigns)].entries()) {
        if (campaignTable.find(db, row.ad_account_id, id) === undefined)
          throw new EditError(`campaigns[${index}]`, `the ad account has no campaign ${id}`)
        applyLabel(db, row.id, id)
      }
    }
    return JSON.stringify(labelOf(changed))
  },
})

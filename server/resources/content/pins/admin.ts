import { z } from 'zod'
import { editableEntity } from '#server/contracts/editable-entity.ts'
import type { World } from '#server/worlds/world.ts'
import { type PinRow, pinTable } from './repository.ts'
import { pinText } from './serialize.ts'

/** Direct edits of Pins: whether ads may promote them, and whether one has. */
export const pinKind = editableEntity({
  name: 'pins',
  change: {
    is_promotable: z
      .boolean()
      .optional()
      .meta({ description: 'Whether ads may be made of it; no field of its answer.' }),
    has_been_promoted: z.boolean().optional(),
  },
  edit({ db }: World, row: PinRow, change) {
    const { is_promotable = row.is_promotable === 1, has_been_promoted = row.has_been_promoted === 1 } = change
    const changed = pinTable.update<PinRow>(db, {
      ...row,
      is_promotable: is_promotable ? 1 : 0,
      has_been_promoted: has_been_promoted ? 1 : 0,
    })
    return pinText(changed)
  },
})

import { z } from 'zod'
import { editableEntity } from '#server/contracts/editable-entity.ts'
import type { World } from '#server/worlds/world.ts'
import type { LocalStoreRow } from './repository.ts'
import type { LocalStore } from './schema.ts'
import { saveStore } from './service.ts'

const time = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  .optional()

/** Direct edits of local stores: the times. */
export const localStoreKind = editableEntity({
  name: 'local_stores',
  change: { created_at: time, updated_at: time },
  edit(world: World, row: LocalStoreRow, change) {
    const before: LocalStore = JSON.parse(row.json)
    return saveStore(world, row, { ...before, ...(change as Partial<LocalStore>) }).json
  },
})

import { z } from 'zod'
import { editableEntity } from '#server/contracts/editable-entity.ts'
import type { World } from '#server/worlds/world.ts'
import type { KeywordRow } from './repository.ts'
import { keywordOf } from './serialize.ts'
import { storeStatus } from './service.ts'

/** Direct edits of keywords: archived or not. */
export const keywordKind = editableEntity({
  name: 'keywords',
  change: { archived: z.boolean().optional() },
  edit(world: World, row: KeywordRow, { archived = row.status === 'ARCHIVED' }) {
    return JSON.stringify(keywordOf(storeStatus(world, row, archived ? 'ARCHIVED' : 'ACTIVE')))
  },
})

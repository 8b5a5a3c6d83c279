import { z } from 'zod'
import { editableEntity } from '#server/contracts/editable-entity.ts'
import type { World } from '#server/worlds/world.ts'
import { type KeywordRow, keywordTable } from './repository.ts'
import { keywordOf } from './serialize.ts'

/** Direct edits of keywords: archived or not. */
export const keywordKind = editableEntity({
  name: 'keywords',
  change: { archived: z.boolean().optional() },
  edit({ db }: World, row: KeywordRow, { archived = row.status === 'ARCHIVED' }) {
    const changed = keywordTable.update(db, { ...row, status: archived ? 'ARCHIVED' : 'ACTIVE' })
    return JSON.stringify(keywordOf(changed))
  },
})

import { z } from 'zod'
import { entityKind } from '../../edits/kind.ts'
import type { World } from '../../world.ts'
import { keywordOf } from './present.ts'
import { type KeywordRow, storeKeywordStatus } from './repository.ts'

/** Keywords: archived or not. */
export const keywordKind = entityKind({
  name: 'keywords',
  change: { archived: z.boolean().optional() },
  edit({ db }: World, row: KeywordRow, { archived = row.status === 'ARCHIVED' }) {
    const status = archived ? 'ARCHIVED' : 'ACTIVE'
    storeKeywordStatus(db, row.id, status)
    return JSON.stringify(keywordOf({ ...row, status }))
  },
})

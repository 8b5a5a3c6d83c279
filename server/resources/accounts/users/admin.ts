import { z } from 'zod'
import { editableEntity } from '#server/contracts/editable-entity.ts'
import { merchantStatuses } from '#server/domain/access/user.ts'
import type { World } from '#server/worlds/world.ts'
import { type UserRow, userTable } from './repository.ts'
import { profiled } from './service.ts'

/** Direct edits of users: whether one is a business, and whether the business may have catalogs. */
export const userKind = editableEntity({
  name: 'users',
  change: {
    account_type: z.enum(['PINNER', 'BUSINESS']).optional(),
    merchant_status: z.enum(merchantStatuses).optional().meta({
      description:
        'State of the business: PENDING refuses new feeds (4163), UNDER_REVIEW changes of feeds, batches of items and product groups (2626), DISAPPROVED all of these (2625).',
    }),
    needs_website: z.boolean().optional().meta({
      description:
        'Whether new feeds are refused until the business has claimed a website (4168) and one of them is verified (4169).',
    }),
  },
  edit({ db }: World, row: UserRow, { account_type, needs_website, merchant_status = row.merchant_status }) {
    const profile = { ...JSON.parse(row.json), ...(account_type !== undefined && { account_type }) }
    const needed = needs_website === undefined ? row.needs_website : needs_website ? 1 : 0
    const changed = userTable.update(db, {
      ...row,
      ...{ json: JSON.stringify(profile), merchant_status, needs_website: needed },
    })
    return JSON.stringify({ ...profiled(changed), merchant_status, needs_website: needed === 1 })
  },
})

import { z } from 'zod'
import { editableEntity } from '#server/contracts/editable-entity.ts'
import { LongText } from '#server/http/schema/fields.ts'
import type { World } from '#server/worlds/world.ts'
import type { FeedRow } from './repository.ts'
import { Feed, feedStatuses } from './schema.ts'
import { storeFeed } from './service.ts'

const { created_at, updated_at } = Feed.shape

/** Direct edits of feeds: the status, a name that is null, and the times. */
export const feedKind = editableEntity({
  name: 'feeds',
  change: {
    status: z.enum(feedStatuses).optional(),
    name: LongText.nullish(),
    created_at: created_at.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/).optional(),
    updated_at: updated_at.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/).optional(),
  },
  edit(world: World, row: FeedRow, change) {
    return storeFeed(world, row, { ...(JSON.parse(row.json) as Feed), ...change } as Feed).json
  },
})

import { z } from 'zod'
import { editableEntity } from '#server/contracts/editable-entity.ts'
import { LongText } from '#server/http/schema/fields.ts'
import type { World } from '#server/worlds/world.ts'
import { CatalogTime } from '../catalogs/schema.ts'
import type { FeedRow } from './repository.ts'
import { type Feed, feedStatuses } from './schema.ts'
import { storeFeed } from './service.ts'

const time = CatalogTime.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/).optional()

/** Direct edits of feeds: the status, a name that is null, and the times. */
export const feedKind = editableEntity({
  name: 'feeds',
  change: {
    status: z.enum(feedStatuses).optional(),
    name: LongText.nullish(),
    created_at: time,
    updated_at: time,
  },
  edit(world: World, row: FeedRow, change) {
    return storeFeed(world, row, { ...(JSON.parse(row.json) as Feed), ...change } as Feed).json
  },
})

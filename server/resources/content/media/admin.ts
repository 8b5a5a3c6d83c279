import { z } from 'zod'
import { editableEntity } from '#server/contracts/editable-entity.ts'
import type { World } from '#server/worlds/world.ts'
import { type MediaRow, mediaTable } from './repository.ts'
import { mediaStatuses } from './schema.ts'
import { mediaText } from './serialize.ts'
import { mediaBegunFor, mediaStatus } from './service.ts'

/** Videos: how far they are, now. They go on from there by the world's clock, but for those that have failed. */
export const mediaKind = editableEntity({
  name: 'media',
  change: { status: z.enum(mediaStatuses).optional() },
  edit(world: World, row: MediaRow, { status }) {
    if (status === undefined) return mediaText(row, mediaStatus(row, world))
    const registered_at = mediaBegunFor(status, world.clock.seconds())
    const held = status === 'failed' ? status : null
    const changed = mediaTable.update<MediaRow>(world.db, { ...row, registered_at, held, is_broken: 0 })
    return mediaText(changed, mediaStatus(changed, world))
  },
})

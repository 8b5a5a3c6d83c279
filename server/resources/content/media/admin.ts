import { z } from 'zod'
import { editableEntity, startOfState } from '#server/contracts/editable-entity.ts'
import { progressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { type MediaRow, mediaTable } from './repository.ts'
import { mediaStatuses } from './schema.ts'
import { mediaText } from './serialize.ts'
import { mediaLifecycle, mediaStatus } from './service.ts'

/**
 * Direct edits of videos: the current status. A video proceeds from there with the world's clock, unless it has failed.
 */
export const mediaKind = editableEntity({
  name: 'media',
  change: { status: z.enum(mediaStatuses).optional() },
  edit(world: World, row: MediaRow, { status }) {
    const progress = progressOf(world, 'media')
    if (status === undefined) return mediaText(row, mediaStatus(row, progress))
    const edited = { id: row.id, field: 'status', state: status }
    const registered_at = startOfState(world, 'media', mediaLifecycle, edited) ?? progress.now
    const held = status === 'failed' ? status : null
    const changed = mediaTable.update<MediaRow>(world.db, { ...row, registered_at, held, is_broken: 0 })
    return mediaText(changed, mediaStatus(changed, progress))
  },
})

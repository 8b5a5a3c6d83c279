import { z } from 'zod'
import { entityKind } from '../../edits/kind.ts'
import type { World } from '../../world.ts'
import { mediaBegunFor, mediaStatus } from './actions.ts'
import { mediaText } from './present.ts'
import { type MediaRow, storeRegistration } from './repository.ts'
import { mediaStatuses } from './schema.ts'

/** Videos: how far they are, now. They go on from there by the world's clock, but for those that have failed. */
export const mediaKind = entityKind({
  name: 'media',
  change: { status: z.enum(mediaStatuses).optional() },
  edit(world: World, row: MediaRow, { status }) {
    if (status === undefined) return mediaText(row, mediaStatus(row, world))
    const registered_at = mediaBegunFor(status, world.clock.seconds())
    const changed: MediaRow = { ...row, registered_at, held: status === 'failed' ? status : null, is_broken: 0 }
    storeRegistration(world.db, changed)
    return mediaText(changed, mediaStatus(changed, world))
  },
})

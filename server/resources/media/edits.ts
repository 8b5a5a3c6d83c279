import { z } from 'zod'
import { entityKind } from '../../edits/kind.ts'
import type { World } from '../../world.ts'
import { mediaBegunFor, mediaStatus } from './actions.ts'
import { mediaText } from './present.ts'
import { type MediaRow, storeRegistration } from './repository.ts'

/** Videos: how far they are, now. They go on from there by the world's clock. */
export const mediaKind = entityKind({
  name: 'media',
  change: { status: z.enum(['registered', 'processing', 'succeeded']).optional() },
  edit(world: World, row: MediaRow, { status }) {
    const registered_at = status === undefined ? row.registered_at : mediaBegunFor(status, world.clock.seconds())
    const changed = { ...row, registered_at }
    storeRegistration(world.db, changed)
    return mediaText(changed, mediaStatus(changed, world))
  },
})

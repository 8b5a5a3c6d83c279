import { idOf } from '#server/domain/ids.ts'
import { type Lifecycle, startTimeOf } from '#server/domain/time/lifecycle.ts'
import { type Progress, restartReads } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { beginsAsVideo } from './first-bytes.ts'
import { type MediaRow, mediaTable } from './repository.ts'
import { mediaIdRange } from './resource.ts'
import type { MediaCreate, MediaStatus } from './schema.ts'

/** The lifecycle of a video. */
export const mediaLifecycle: Lifecycle<MediaStatus> = [
  [0, 'registered'],
  [1, 'processing'],
  [3, 'succeeded'],
]

/** The lifecycle of a video when the uploaded file is not one. */
const failing: Lifecycle<MediaStatus> = [
  [0, 'registered'],
  [1, 'processing'],
  [3, 'failed'],
]

/** Returns the current status of a video. */
export const mediaStatus = ({ id, held, is_broken, registered_at }: MediaRow, progress: Progress): MediaStatus =>
  held ?? progress.stateOf(is_broken === 1 ? failing : mediaLifecycle, registered_at, id)

/** Registers a video. */
export function registerMedia({ db, clock }: World, { media_type }: MediaCreate): MediaRow {
  const seq = mediaTable.nextSequence(db)
  const registered_at = clock.seconds()
  return mediaTable.insert(db, {
    seq,
    id: idOf(mediaIdRange, seq),
    media_type,
    registered_at,
    held: null,
    is_broken: 0,
  })
}

/**
 * Records the upload of a file with these first bytes under the key of a registration: its processing begins now, and
 * fails unless the file is a video. Ignores unknown keys, and videos whose status a direct edit has fixed.
 */
export function receiveFile(world: World, key: string, head: Buffer): void {
  const [id = ''] = /\d+$/.exec(key) ?? []
  const row = mediaTable.find(world.readable, id)
  if (row === undefined || row.held !== null) return
  const now = world.clock.seconds()
  const registered_at = startTimeOf(mediaLifecycle, 'processing', now) ?? now
  world.write(() => {
    restartReads(world, 'media', id)
    mediaTable.update(world.db, { ...row, registered_at, is_broken: beginsAsVideo(head) ? 0 : 1 })
  })
}

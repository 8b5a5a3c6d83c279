import { idOf } from '#server/domain/ids.ts'
import { type Lifecycle, startTimeOf, stateAt } from '#server/domain/time/lifecycle.ts'
import type { World } from '#server/worlds/world.ts'
import { beginsAsVideo } from './first-bytes.ts'
import { type MediaRow, mediaTable } from './repository.ts'
import { mediaIdRange } from './resource.ts'
import type { MediaCreate, MediaStatus } from './schema.ts'

const lifecycle: Lifecycle<MediaStatus> = [
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
export const mediaStatus = ({ held, is_broken, registered_at }: MediaRow, { clock }: World): MediaStatus =>
  held ?? stateAt(is_broken === 1 ? failing : lifecycle, registered_at, clock.seconds())

/** Returns the time, in Unix seconds, at which a video must have been registered for it to reach the status now. */
export const mediaStartTimeFor = (status: MediaStatus, now: number): number =>
  startTimeOf(lifecycle, status, now) ?? now

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
  const registered_at = mediaStartTimeFor('processing', world.clock.seconds())
  mediaTable.update(world.db, { ...row, registered_at, is_broken: beginsAsVideo(head) ? 0 : 1 })
}

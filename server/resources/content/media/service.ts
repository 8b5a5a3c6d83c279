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

/** How the processing of a file goes that is no video. */
const failing: Lifecycle<MediaStatus> = [
  [0, 'registered'],
  [1, 'processing'],
  [3, 'failed'],
]

/** Returns how far a video is, now. */
export const mediaStatus = ({ held, is_broken, registered_at }: MediaRow, { clock }: World): MediaStatus =>
  held ?? stateAt(is_broken === 1 ? failing : lifecycle, registered_at, clock.seconds())

/** Returns when a video was registered that has reached the status just now, in Unix seconds. */
export const mediaBegunFor = (status: MediaStatus, now: number): number => startTimeOf(lifecycle, status, now) ?? now

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
 * Notes that a file with these first bytes was uploaded under a key that a registration gave out: its processing begins
 * now, and fails where the file is no video. A key of no registration, or of one that is held in a state, is left alone.
 */
export function receiveFile(world: World, key: string, head: Buffer): void {
  const [id = ''] = /\d+$/.exec(key) ?? []
  const row = mediaTable.find(world.readable, id)
  if (row === undefined || row.held !== null) return
  const registered_at = mediaBegunFor('processing', world.clock.seconds())
  mediaTable.update(world.db, { ...row, registered_at, is_broken: beginsAsVideo(head) ? 0 : 1 })
}

import { idOf } from '../../domain/ids.ts'
import { beganFor, type Lifecycle, stateAt } from '../../domain/lifecycle.ts'
import type { World } from '../../world.ts'
import { insertMedia, type MediaRow, nextMediaSequence } from './repository.ts'
import type { MediaCreate, MediaStatus } from './schema.ts'

const lifecycle: Lifecycle<MediaStatus> = [
  [0, 'registered'],
  [1, 'processing'],
  [3, 'succeeded'],
]

/** How far a video is, now. */
export const mediaStatus = ({ held, registered_at }: MediaRow, { clock }: World): MediaStatus =>
  held ?? stateAt(lifecycle, registered_at, clock.seconds())

/** When a video was registered that is so far now, in Unix seconds. */
export const mediaBegunFor = (status: MediaStatus, now: number): number => beganFor(lifecycle, status, now) ?? now

/** Registers a video. */
export function registerMedia({ db, clock }: World, { media_type }: MediaCreate): MediaRow {
  const seq = nextMediaSequence(db)
  const row: MediaRow = { seq, id: idOf('media', seq), media_type, registered_at: clock.seconds(), held: null }
  insertMedia(db, row)
  return row
}

import { ApiError } from '#server/domain/errors/api-errors.ts'
import { found } from '#server/domain/errors/found.ts'
import type { World } from '#server/worlds/world.ts'
import { findPin } from './find-pin.ts'
import type { FoundPin, PinRow } from './repository.ts'
import { pinErrors } from './resource.ts'
import { pinWriteRules } from './write-rules.ts'

/** Returns the user's Pin with this id, for a read; throws 404 where the user has none. */
export function requirePin(world: World, ownerId: string, id: string): FoundPin {
  const row = findPin(world.db, id)
  if (row?.owner_id !== ownerId) throw new ApiError(pinErrors['pin.path'])
  return row
}

/**
 * Returns the user's Pin with this id, for a write. Throws 403 where it belongs to another user, 404 where it does not
 * exist or is another user's secret Pin, and where a rule refuses a write of the user's own.
 */
export function ownPin(world: World, ownerId: string, id: string): PinRow {
  const row = found(findPin(world.db, id), pinErrors['pin.path'])
  if (row.owner_id !== ownerId) {
    throw new ApiError(row.privacy === 'SECRET' ? pinErrors['pin.path'] : pinErrors['pin.access'])
  }
  world.rules.assert(pinWriteRules, { id, isProduct: row.isProduct === true })
  return row
}

/**
 * Returns the Pin with this id if the user may save it: the user's own, or another user's that is not secret. Throws
 * 404 otherwise.
 */
export function visiblePin(world: World, userId: string, id: string): FoundPin {
  const row = findPin(world.db, id)
  if (row === undefined || (row.owner_id !== userId && row.privacy !== 'PUBLIC'))
    throw new ApiError(pinErrors['pin.path'])
  return row
}

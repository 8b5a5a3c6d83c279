import { ApiError } from '#server/domain/errors/api-errors.ts'
import { found } from '#server/domain/errors/found.ts'
import type { World } from '#server/worlds/world.ts'
import { type PinRow, pinTable } from './repository.ts'
import { pinErrors } from './resource.ts'

/** Returns the user's Pin with this id, for a read; throws 404 where the user has none. */
export function requirePin(world: World, ownerId: string, id: string): PinRow {
  const row = pinTable.find(world.db, id)
  if (row?.owner_id !== ownerId) throw new ApiError(pinErrors['pin.path'])
  return row
}

/**
 * Returns the user's Pin with this id, for a write. Throws 403 where it belongs to another user, and 404 where it does
 * not exist or is another user's secret Pin.
 */
export function ownPin(world: World, ownerId: string, id: string): PinRow {
  const row = found(pinTable.find(world.db, id), pinErrors['pin.path'])
  if (row.owner_id === ownerId) return row
  throw new ApiError(row.privacy === 'SECRET' ? pinErrors['pin.path'] : pinErrors['pin.access'])
}

/**
 * Returns the Pin with this id if the user may save it: the user's own, or another user's that is not secret. Throws
 * 404 otherwise.
 */
export function visiblePin(world: World, userId: string, id: string): PinRow {
  const row = pinTable.find(world.db, id)
  if (row === undefined || (row.owner_id !== userId && row.privacy !== 'PUBLIC'))
    throw new ApiError(pinErrors['pin.path'])
  return row
}

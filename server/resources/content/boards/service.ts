import { defaultUser } from '#server/domain/access/user.ts'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { found } from '#server/domain/errors/found.ts'
import { idOf } from '#server/domain/ids.ts'
import { patched } from '#server/domain/patch.ts'
import { dateTimeOf } from '#server/domain/time/clock.ts'
import { userOf } from '#server/resources/accounts/users/service.ts'
import type { World } from '#server/worlds/world.ts'
import {
  type BoardResponseRow,
  type BoardRow,
  boardTable,
  findBoard,
  findBoardByName,
  findBoardForResponse,
} from './repository.ts'
import { boardErrors, boardIdRange } from './resource.ts'
import { boardCreateRules, boardDeleteRules, boardUpdateRules } from './rules.ts'
import type { BoardCreate, BoardUpdate, StoredBoard } from './schema.ts'

/** The name of the board for ad-only Pins, whatever name was sent. */
const adsOnlyName = 'Ad-only Pins'

/** Returns the user's board with this id, for a read; throws 404 where the user has none. */
export function requireBoard(world: World, ownerId: string, id: string): BoardRow {
  return found(findBoard(world.db, id, ownerId), boardErrors['board.path'])
}

/**
 * Returns the user's board with this id, for a write. Throws 403 where it belongs to another user, and 404 where it
 * does not exist or is another user's secret board.
 */
export function ownBoard(world: World, ownerId: string, id: string): BoardRow {
  const row = found(boardTable.find(world.db, id), boardErrors['board.path'])
  if (row.owner_id === ownerId) return row
  throw new ApiError(row.privacy === 'SECRET' ? boardErrors['board.path'] : boardErrors['board.access'])
}

/** Returns the user's board with this id, with the counts that a response has; throws 404 where the user has none. */
export function boardForResponse(world: World, ownerId: string, id: string): BoardResponseRow {
  return found(findBoardForResponse(world.db, id, ownerId), boardErrors['board.path'])
}

/** Creates a board of the user; throws when the user has one with the same name. */
export function createBoard(world: World, item: BoardCreate, ownerId: string = defaultUser.id): BoardResponseRow {
  const { db, clock, rules } = world
  const isAdsOnly = item.is_ads_only === true
  const name = isAdsOnly ? adsOnlyName : item.name
  rules.assert(boardCreateRules, { name, duplicate: findBoardByName(db, ownerId, name) })
  const seq = boardTable.nextSequence(db)
  const now = clock.milliseconds()
  const board: StoredBoard = {
    id: idOf(boardIdRange, seq),
    name,
    description: item.description ?? '',
    privacy: isAdsOnly ? 'PROTECTED' : (item.privacy ?? 'PUBLIC'),
    is_ads_only: isAdsOnly,
    owner: { username: userOf(world, ownerId).username },
    created_at: dateTimeOf(now),
    collaborator_count: 0,
    follower_count: 0,
  }
  boardTable.insertEntity(db, board, { seq, owner_id: ownerId, pins_modified_at: now })
  return boardForResponse(world, ownerId, board.id)
}

/** Changes a user's board; throws when the user does not own it, or another board of the user has the new name. */
export function changeBoard(world: World, ownerId: string, id: string, item: BoardUpdate): BoardResponseRow {
  const { db, rules } = world
  const stored = ownBoard(world, ownerId, id)
  const before: StoredBoard = JSON.parse(stored.json)
  const after: StoredBoard = {
    ...before,
    name: item.name ?? before.name,
    description: patched(item.description, before.description) ?? '',
    privacy: item.privacy ?? before.privacy,
  }
  const namesake = findBoardByName(db, ownerId, after.name)
  rules.assert(boardUpdateRules, { name: after.name, duplicate: namesake?.id === id ? undefined : namesake })
  const { seq, owner_id, pins_modified_at } = stored
  boardTable.updateEntity(db, after, { seq, owner_id, pins_modified_at })
  return boardForResponse(world, ownerId, id)
}

/** Deletes a user's board with its sections and Pins; throws when the user does not own it, or it is protected. */
export function deleteBoard(world: World, ownerId: string, id: string): void {
  const board = ownBoard(world, ownerId, id)
  world.rules.assert(boardDeleteRules, board)
  boardTable.remove(world.db, board.id)
}

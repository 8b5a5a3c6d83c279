import { kept } from '../../domain/clearing.ts'
import { dateTimeOf } from '../../domain/clock.ts'
import { idOf } from '../../domain/ids.ts'
import { Problem } from '../../domain/problems.ts'
import { defaultUser } from '../../domain/user.ts'
import type { World } from '../../world.ts'
import {
  type AnsweredBoard,
  answeredBoard,
  type BoardRow,
  findBoard,
  findBoardByName,
  insertBoard,
  nextBoardSequence,
  updateBoard,
} from './repository.ts'
import { boardCreateRules, boardUpdateRules } from './rules.ts'
import type { BoardCreate, BoardUpdate, StoredBoard } from './schema.ts'

/** What the one board for Pins of ads is called, whatever name was sent. */
const adsOnlyName = 'Ad-only Pins'

/** The board of that id, which a call names; throws 404 where this world has none. */
export function knownBoard(world: World, id: string): BoardRow {
  const row = findBoard(world.db, id)
  if (row === undefined) throw new Problem('board.path')
  return row
}

/** The board of that id with what its answer counts; throws 404 where this world has none. */
export function boardToAnswer(world: World, id: string): AnsweredBoard {
  const row = answeredBoard(world.db, id)
  if (row === undefined) throw new Problem('board.path')
  return row
}

/** Creates a board; throws when its name is taken. */
export function createBoard(world: World, item: BoardCreate): AnsweredBoard {
  const { db, clock, rules } = world
  const isAdsOnly = item.is_ads_only === true
  const name = isAdsOnly ? adsOnlyName : item.name
  rules.demand(boardCreateRules, { name, twin: findBoardByName(db, name) })
  const seq = nextBoardSequence(db)
  const now = clock.milliseconds()
  const board: StoredBoard = {
    id: idOf('board', seq),
    name,
    description: item.description ?? null,
    privacy: isAdsOnly ? 'PROTECTED' : (item.privacy ?? 'PUBLIC'),
    is_ads_only: isAdsOnly,
    owner: { username: defaultUser.username },
    created_at: dateTimeOf(now),
    collaborator_count: 0,
    follower_count: 0,
  }
  insertBoard(db, rowOf(seq, board, now))
  return boardToAnswer(world, board.id)
}

/** Changes a board; throws when there is none, or its new name is taken. */
export function changeBoard(world: World, id: string, item: BoardUpdate): AnsweredBoard {
  const { db, rules } = world
  const stored = knownBoard(world, id)
  const before: StoredBoard = JSON.parse(stored.json)
  const after: StoredBoard = {
    ...before,
    name: item.name ?? before.name,
    description: kept(item.description, before.description),
    privacy: item.privacy ?? before.privacy,
  }
  const namesake = findBoardByName(db, after.name)
  rules.demand(boardUpdateRules, { name: after.name, twin: namesake?.id === id ? undefined : namesake })
  updateBoard(db, rowOf(stored.seq, after, stored.pins_modified_at))
  return boardToAnswer(world, id)
}

const rowOf = (seq: number, board: StoredBoard, pins_modified_at: number): BoardRow => ({
  seq,
  id: board.id,
  name: board.name,
  privacy: board.privacy,
  pins_modified_at,
  json: JSON.stringify(board),
})

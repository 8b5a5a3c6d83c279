import { ApiError } from '#server/domain/errors/api-errors.ts'
import { idOf } from '#server/domain/ids.ts'
import type { World } from '#server/worlds/world.ts'
import type { BoardRow } from '../boards/repository.ts'
import { touchBoard } from '../boards/repository.ts'
import {
  type BoardSectionRow,
  findBoardSection,
  findBoardSectionByName,
  insertBoardSection,
  nextBoardSectionSequence,
  removeBoardSection,
  renameBoardSection,
} from './repository.ts'
import { boardSectionErrors, boardSectionIdRange } from './resource.ts'
import { boardSectionCreateRules, boardSectionUpdateRules } from './rules.ts'

/** The section of that id on that board; throws 404 where the board has none. */
export function knownBoardSection(world: World, board: BoardRow, id: string): BoardSectionRow {
  const row = findBoardSection(world.db, board.id, id)
  if (row === undefined) throw new ApiError(boardSectionErrors['board_section.path'])
  return row
}

/** Creates a section of a board; throws when the board has one of this name. */
export function createBoardSection(world: World, { id: board_id }: BoardRow, name: string): BoardSectionRow {
  world.rules.assert(boardSectionCreateRules, { name, twin: findBoardSectionByName(world.db, board_id, name) })
  const seq = nextBoardSectionSequence(world.db)
  const row = { seq, id: idOf(boardSectionIdRange, seq), board_id, name }
  insertBoardSection(world.db, row)
  return row
}

/** Gives a section, as `knownBoardSection` has found it, another name; throws when another one of the board has it. */
export function changeBoardSection(world: World, section: BoardSectionRow, name: string): BoardSectionRow {
  const row = { ...section, name }
  const namesake = findBoardSectionByName(world.db, section.board_id, name)
  world.rules.assert(boardSectionUpdateRules, { name, twin: namesake?.id === section.id ? undefined : namesake })
  renameBoardSection(world.db, row)
  return row
}

/** Deletes a section with its Pins. */
export function deleteBoardSection({ db, clock }: World, { id, board_id }: BoardSectionRow): void {
  removeBoardSection(db, id)
  touchBoard(db, board_id, clock.milliseconds())
}

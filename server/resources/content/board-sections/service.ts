import { found } from '#server/domain/errors/found.ts'
import { idOf } from '#server/domain/ids.ts'
import type { World } from '#server/worlds/world.ts'
import type { BoardRow } from '../boards/repository.ts'
import { touchBoard } from '../boards/repository.ts'
import { type BoardSectionRow, boardSectionTable, findBoardSectionByName } from './repository.ts'
import { boardSectionErrors, boardSectionIdRange } from './resource.ts'
import { boardSectionCreateRules, boardSectionUpdateRules } from './rules.ts'

/** Returns the board's section with this id; throws 404 where the board has none. */
export function requireBoardSection(world: World, board: BoardRow, id: string): BoardSectionRow {
  return found(boardSectionTable.find(world.db, board.id, id), boardSectionErrors['board_section.path'])
}

/** Creates a section of a board; throws when the board has one with the same name. */
export function createBoardSection(world: World, { id: board_id }: BoardRow, name: string): BoardSectionRow {
  world.rules.assert(boardSectionCreateRules, { name, duplicate: findBoardSectionByName(world.db, board_id, name) })
  const seq = boardSectionTable.nextSequence(world.db)
  return boardSectionTable.insert(world.db, { seq, id: idOf(boardSectionIdRange, seq), board_id, name })
}

/** Renames a section that `requireBoardSection` has returned; throws when another section of the board has the name. */
export function changeBoardSection(world: World, section: BoardSectionRow, name: string): BoardSectionRow {
  const namesake = findBoardSectionByName(world.db, section.board_id, name)
  world.rules.assert(boardSectionUpdateRules, { name, duplicate: namesake?.id === section.id ? undefined : namesake })
  return boardSectionTable.update(world.db, { ...section, name })
}

/** Deletes a section with its Pins. */
export function deleteBoardSection({ db, clock }: World, { id, board_id }: BoardSectionRow): void {
  boardSectionTable.remove(db, id)
  touchBoard(db, board_id, clock.milliseconds())
}

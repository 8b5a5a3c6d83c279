import { idOf } from '../../domain/ids.ts'
import { Problem } from '../../domain/problems.ts'
import type { World } from '../../world.ts'
import { knownBoard } from '../boards/actions.ts'
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

/** The section of that id on the user's board; throws 404 where there is no such board, or no such section on it. */
export function knownBoardSection(world: World, ownerId: string, boardId: string, id: string): BoardSectionRow {
  const row = findBoardSection(world.db, knownBoard(world, ownerId, boardId).id, id)
  if (row === undefined) throw new Problem('board_section.path')
  return row
}

/** Creates a section of a user's board; throws 409 when the board has one of this name. */
export function createBoardSection(world: World, ownerId: string, boardId: string, name: string): BoardSectionRow {
  const { id: board_id } = knownBoard(world, ownerId, boardId)
  requireFreeName(world, { board_id, name })
  const seq = nextBoardSectionSequence(world.db)
  const row = { seq, id: idOf('board_section', seq), board_id, name }
  insertBoardSection(world.db, row)
  return row
}

/** Gives a section, as `knownBoardSection` has found it, another name; throws 409 when the board has one of it. */
export function changeBoardSection(world: World, section: BoardSectionRow, name: string): BoardSectionRow {
  const row = { ...section, name }
  requireFreeName(world, row)
  renameBoardSection(world.db, row)
  return row
}

/** Deletes a section with its Pins. */
export function deleteBoardSection({ db, clock }: World, { id, board_id }: BoardSectionRow): void {
  removeBoardSection(db, id)
  touchBoard(db, board_id, clock.milliseconds())
}

function requireFreeName(world: World, { id, board_id, name }: Partial<BoardSectionRow> & Named): void {
  const twin = findBoardSectionByName(world.db, board_id, name)
  if (twin === undefined || twin.id === id) return
  throw new Problem('board_section.conflict', { message: `Board section conflict. The board has a section '${name}'.` })
}

type Named = Pick<BoardSectionRow, 'board_id' | 'name'>
